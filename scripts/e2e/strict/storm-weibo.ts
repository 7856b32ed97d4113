import { createWeiboChannel } from '../../../campaigns/channels/weibo/weibo-channel.ts';
import type { Assets } from '../../../campaigns/ports/assets.ts';
import type { Attempt } from '../../../campaigns/ports/attempt.ts';
import { seeded } from '../../../campaigns/channels/testing/random.ts';
import { createFaultPlan } from './fault.ts';
import { endure, newClock } from './ordeal.ts';
import { story } from './stories.ts';
import { openStrictWeibo } from './strict-weibo.ts';
import { count, judge } from './tally.ts';
import type { Finding, Tally } from './tally.ts';

// Duplicates tell the client that it was posted; the others are the platform's own moods, after which it has posted.
const allowed = new Set([20019, 20032, 10001, 10010]);

/** After a send without a reply a refusal says nothing of that send: such a one is a person's, not the story's fault. */
const doubted = (attempts: Attempt[]): boolean =>
  attempts
    .slice(0, -1)
    .some(
      (a) => a.kind === 'send' && (a.outcome === 'unknown' || a.outcome === 'crashed') && a.progress.maybeSent === true,
    );

/** One seed: faults and crashes around two posts, one with and one without a picture. Every twelfth has them refused. */
export async function stormWeibo(seed: number, assets: Assets, tally: Tally): Promise<Finding[]> {
  const random = seeded(seed + 5000);
  const clock = newClock();
  const faults = createFaultPlan({ random, rate: 0.4, budget: 5 });
  const refuses = seed % 12 === 0;
  const wire = await openStrictWeibo({
    now: () => clock.now().getTime(),
    random,
    faults,
    linger: (ms) => clock.sleep(ms),
    maxDelayMs: seed % 25 === 0 ? 1500 : 20,
    refuses: () => refuses,
  });
  const channel = () =>
    createWeiboChannel(
      {
        id: 'weibo',
        name: '示例微博',
        apiBase: wire.origin,
        accessToken: '2.00strict',
        safeDomain: 'www.example.gov.cn',
        rip: '203.0.113.7',
      },
      { clock, assets },
    );
  try {
    const releases = [story(seed), { ...story(seed + 1000), cover: null }];
    const outcome = await endure({ random, clock, wire, channel, releases, deaths: Math.floor(random() * 4) });
    count(tally, outcome, faults, wire);
    const broken = wire.refusals.filter((r) => !allowed.has(r.code) && !(refuses && r.code === 20021));
    return outcome.deliveries.flatMap((d) => {
      const copies = wire.statuses.filter((s) => s.text.endsWith(`?d=${d.id}`));
      const seen = { state: d.state, copies: copies.length, pictures: copies.filter((s) => s.picture).length, broken };
      const hoped = refuses
        ? { state: doubted(outcome.attempts.get(d.id) ?? []) ? 'dead' : 'refused', copies: 0, pictures: 0, broken: [] }
        : { state: 'confirmed', copies: 1, pictures: d.releaseId === releases[0]?.id ? 1 : 0, broken: [] };
      return judge(seed, seen, hoped, outcome, d.id, wire);
    });
  } finally {
    await wire.close();
  }
}

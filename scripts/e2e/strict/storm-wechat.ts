import { createWechatChannel } from '../../../campaigns/channels/wechat/wechat-channel.ts';
import type { Assets } from '../../../campaigns/ports/assets.ts';
import { seeded } from '../../../campaigns/channels/testing/random.ts';
import { createFaultPlan } from './fault.ts';
import { endure, newClock } from './ordeal.ts';
import { story } from './stories.ts';
import { openStrictWechat } from './strict-wechat.ts';
import { count, judge } from './tally.ts';
import type { Finding, Tally } from './tally.ts';

// Refusals that a good client may meet; any other says that it broke the contract.
const allowed = new Set([40001, 42001, 40007, 53503]);

/** One seed: its habits of the platform, its faults, its crashes. Every tenth has its articles refused by the platform. */
export async function stormWechat(seed: number, assets: Assets, tally: Tally): Promise<Finding[]> {
  const random = seeded(seed);
  const clock = newClock();
  const faults = createFaultPlan({ random, rate: 0.3, budget: 6 });
  const verdict = seed % 10 === 0 ? (([2, 3, 4] as const)[seed % 3] ?? 2) : 0;
  const slow = seed % 3 > 0;
  const wire = await openStrictWechat({
    now: () => clock.now().getTime(),
    random,
    faults,
    linger: (ms) => clock.sleep(ms),
    maxDelayMs: seed % 25 === 0 ? 1500 : 20,
    clutter: seed % 4 === 0 ? 45 : seed % 4,
    draftLeaves: seed % 2 ? 'on-submit' : 'on-publish',
    resubmit: seed % 5 ? 'again' : 'refused',
    bareMeans: seed % 7 ? 'text' : 'articles',
    publishMs: () => Math.round(random() * (slow ? 300_000 : 20_000)),
    verdict: () => verdict,
    tokenSeconds: seed % 6 ? 7200 : 400,
    coverDelayMs: seed % 9 ? 0 : 4000,
  });
  const channel = () =>
    createWechatChannel(
      {
        submitSettleMs: 15 * 60_000,
        id: 'wechat',
        name: '示例号',
        apiBase: wire.origin,
        appId: 'wx-strict',
        appSecret: 'strict-secret',
      },
      { clock, assets },
    );
  try {
    const releases = [story(seed), ...(seed % 2 ? [story(seed + 1000)] : [])];
    const outcome = await endure({ random, clock, wire, channel, releases, deaths: Math.floor(random() * 4) });
    count(tally, outcome, faults, wire);
    const broken = wire.refusals.filter((r) => !allowed.has(r.code));
    return outcome.deliveries.flatMap((d) => {
      const ours = (link: string | undefined) => link?.endsWith(`?d=${d.id}`) ?? false;
      const copies = wire.ledger().filter((p) => ours(p.articles[0]?.content_source_url));
      const [copy] = copies;
      const seen = {
        state: d.state,
        copies: copies.length,
        id: d.externalId,
        url: d.url,
        broken,
        pictures: copy?.articles[0]?.content.match(/<img/g)?.length ?? 0,
        drafts: wire.state.drafts.filter((x) => ours(x.articles[0]?.content_source_url)).length,
      };
      const hoped = verdict
        ? { state: 'refused', copies: 0, id: null, url: null, broken: [], pictures: 0, drafts: 1 }
        : {
            state: 'confirmed',
            copies: 1,
            id: copy?.articleId,
            url: copy?.urls[0],
            broken: [],
            pictures: 2,
            drafts: 0,
          };
      return judge(seed, seen, hoped, outcome, d.id, wire);
    });
  } finally {
    await wire.close();
  }
}

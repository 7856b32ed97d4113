import { expect, test } from 'vitest';
import { createWechatChannel } from '../../../campaigns/channels/wechat/wechat-channel.ts';
import { createWeiboChannel } from '../../../campaigns/channels/weibo/weibo-channel.ts';
import { seeded } from '../random.ts';
import { createFaultPlan } from './fault.ts';
import type { FaultPlan } from './fault.ts';
import { inParallel } from './in-parallel.ts';
import { endure, newClock } from './ordeal.ts';
import type { Outcome } from './ordeal.ts';
import { pictureAssets } from './picture-assets.ts';
import { story } from './stories.ts';
import { openStrictWechat } from './strict-wechat.ts';
import { openStrictWeibo } from './strict-weibo.ts';

const assets = await pictureAssets();
const seeds = Number(process.env.STRICT_SEEDS ?? 200);

interface Tally {
  deliveries: number;
  deaths: number;
  requests: number;
  faults: Map<string, number>;
  states: Map<string, number>;
}
const newTally = (): Tally => ({ deliveries: 0, deaths: 0, requests: 0, faults: new Map(), states: new Map() });
const more = (map: Map<string, number>, key: string, by = 1) => map.set(key, (map.get(key) ?? 0) + by);

function count(tally: Tally, outcome: Outcome, plan: FaultPlan, requests: number): void {
  tally.deliveries += outcome.deliveries.length;
  tally.deaths += outcome.deaths;
  tally.requests += requests;
  for (const [kind, n] of plan.struck) more(tally.faults, kind, n);
  for (const d of outcome.deliveries) more(tally.states, d.state);
}

const trail = (outcome: Outcome, id: string) => (outcome.attempts.get(id) ?? []).map((a) => `${a.kind}:${a.outcome} ${a.note}`);

// Refusals that a good client may meet; any other says that it broke the contract.
const wechatMay = new Set([40001, 42001, 40007, 53503]);

test(`微信：${seeds} 个种子，断线、崩溃、平台发脾气，仍然每份恰好一篇`, async () => {
  const tally = newTally();
  const failures: unknown[] = [];
  await inParallel(seeds, 8, async (seed) => {
    const random = seeded(seed);
    const clock = newClock();
    const faults = createFaultPlan({ random, rate: 0.3, budget: 6 });
    const refused = seed % 10 === 0 ? ([2, 3, 4] as const)[seed % 3] ?? 0 : 0;
    const wire = await openStrictWechat({
      now: () => clock.now().getTime(), random, faults, clutter: seed % 4 === 0 ? 45 : seed % 4, maxDelayMs: seed % 25 === 0 ? 1500 : 20,
      linger: (ms) => clock.sleep(ms), draftLeaves: seed % 2 ? 'on-submit' : 'on-publish', resubmit: seed % 3 ? 'again' : 'refused',
      bareMeans: seed % 5 ? 'text' : 'articles', publishMs: () => random() * (seed % 7 ? 20_000 : 300_000), verdict: () => refused,
      tokenSeconds: seed % 6 ? 7200 : 400, coverDelayMs: seed % 9 ? 0 : 4000,
    });
    const channel = () => createWechatChannel(
      { id: 'wechat', name: '示例号', apiBase: wire.origin, appId: 'wx-strict', appSecret: 'strict-secret' }, { clock, assets });
    try {
      const releases = [story(seed), ...(seed % 2 ? [story(seed + 1000)] : [])];
      const outcome = await endure({ random, clock, wire, channel, releases, deaths: Math.floor(random() * 4) });
      count(tally, outcome, faults, wire.seen.length);
      for (const d of outcome.deliveries) {
        const copies = wire.ledger().filter((p) => p.articles.some((a) => a.content_source_url.endsWith(`?d=${d.id}`)));
        const seen = {
          seed, state: d.state, copies: copies.length, id: d.externalId, url: d.url,
          pictures: copies[0]?.articles[0]?.content.match(/<img/g)?.length ?? 0,
          left: wire.state.drafts.filter((x) => !x.foreign && x.articles[0]?.content_source_url.endsWith(d.id)).length,
          broken: wire.refusals.filter((r) => !wechatMay.has(r.code)),
        };
        const hoped = refused
          ? { seed, state: 'refused', copies: 0, id: null, url: null, pictures: 0, left: 1, broken: [] }
          : { seed, state: 'confirmed', copies: 1, id: copies[0]?.articleId, url: copies[0]?.urls[0], pictures: 2, left: 0, broken: [] };
        if (JSON.stringify(seen) !== JSON.stringify(hoped)) failures.push({ seen, trail: trail(outcome, d.id), seenOnWire: wire.seen.map((s) => `${s.line} ${s.fault ?? ''}`) });
      }
    } finally {
      await wire.close();
    }
  });
  console.log('wechat', tally, 'failures', failures.length);
  for (const f of failures.slice(0, Number(process.env.SHOW ?? 3))) console.log(JSON.stringify(f, null, 1));
  expect(failures).toEqual([]);
}, 90_000);

const weiboMay = new Set([20019, 20032, 10001, 10010]);

test(`微博：${seeds} 个种子，断线、崩溃、平台发脾气，仍然每份恰好一条`, async () => {
  const tally = newTally();
  const failures: unknown[] = [];
  await inParallel(seeds, 8, async (seed) => {
    const random = seeded(seed + 5000);
    const clock = newClock();
    const faults = createFaultPlan({ random, rate: 0.4, budget: 5 });
    const refuses = seed % 12 === 0;
    const wire = await openStrictWeibo({
      now: () => clock.now().getTime(), random, faults, maxDelayMs: seed % 25 === 0 ? 1500 : 20, linger: (ms) => clock.sleep(ms),
      refuses: () => refuses,
    });
    const channel = () => createWeiboChannel(
      { id: 'weibo', name: '示例微博', apiBase: wire.origin, accessToken: '2.00strict', safeDomain: 'www.example.gov.cn', rip: '203.0.113.7' },
      { clock, assets });
    try {
      const releases = [story(seed), { ...story(seed + 1000), cover: null }];
      const outcome = await endure({ random, clock, wire, channel, releases, deaths: Math.floor(random() * 4) });
      count(tally, outcome, faults, wire.seen.length);
      for (const d of outcome.deliveries) {
        const copies = wire.statuses.filter((s) => s.text.endsWith(`?d=${d.id}`));
        const seen = { seed, state: d.state, copies: copies.length, broken: wire.refusals.filter((r) => !weiboMay.has(r.code) && !(refuses && r.code === 20021)) };
        const hoped = refuses ? { seed, state: 'refused', copies: 0, broken: [] } : { seed, state: 'confirmed', copies: 1, broken: [] };
        if (JSON.stringify(seen) !== JSON.stringify(hoped)) failures.push({ seen, trail: trail(outcome, d.id), seenOnWire: wire.seen.map((s) => `${s.line} ${s.fault ?? ''}`) });
      }
    } finally {
      await wire.close();
    }
  });
  console.log('weibo', tally, 'failures', failures.length);
  for (const f of failures.slice(0, Number(process.env.SHOW ?? 3))) console.log(JSON.stringify(f, null, 1));
  expect(failures).toEqual([]);
}, 90_000);

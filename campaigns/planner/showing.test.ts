import { describe, expect, it } from 'vitest';
import { createRandom } from '../calendar/testing/random.ts';
import { embargoConflicts } from './conflicts/embargo.ts';
import { datedPost } from './conflicts/testing/dated-post.ts';
import { judgeMove } from './conflicts/judge-move.ts';
import { plan } from './plan.ts';
import { outsideShowing } from './showing.ts';
import { sampleCampaign, sampleDelivery, samplePost } from './testing/fixtures.ts';
import { apply, isDone } from './testing/apply.ts';

const at = (text: string) => new Date(`${text}:00+08:00`);
const from = at('2026-06-14T09:00');
const until = at('2026-06-21T09:00');
const minute = 60_000;

describe('a story may be sent', () => {
  it.each([
    [new Date(from.getTime() - minute), '稿件定时 6月14日 09:00 上线，6月14日 08:59 还不能发'],
    [from, null],
    [new Date(until.getTime() - minute), null],
    [until, '稿件定时 6月21日 09:00 下线，6月21日 09:00 不再发'],
  ])('at %s: %s', (when, sentence) => {
    const why = outsideShowing(when, { from, until });
    expect(why).toEqual(sentence === null ? null : expect.stringContaining(sentence));
  });

  it('at any time when nobody has bounded it', () => {
    for (const shown of [{}, { from: null, until: null }]) expect(outsideShowing(from, shown)).toBeNull();
  });
});

describe('the plan', () => {
  const run = (when: Date, deliveries = [] as ReturnType<typeof sampleDelivery>[]) =>
    plan({
      campaigns: [sampleCampaign({ posts: [samplePost({ when: { at: when.toISOString() } })] })],
      releases: new Map([['s1', { id: 'r1', version: 1, from, until }]]),
      deliveries,
      now: at('2026-06-01T09:00'),
      quietDays: new Set(),
    });

  it('holds a post before its story’s minute on every channel, says so, and takes out what was queued', () => {
    const early = at('2026-06-14T08:00');
    const { create, gaps } = run(early);
    expect([create, gaps]).toMatchObject([[], [{ postId: 'p1', reason: expect.stringContaining('还不能发') }]]);
    expect(run(early, [sampleDelivery({ plannedAt: early })]).supersede).toMatchObject([
      { reason: expect.stringContaining('请把这条改到上线之后') },
    ]);
    expect(run(from).create).toHaveLength(1);
    expect(run(until).create).toEqual([]);
  });

  it('any posts, any times: no delivery of a story is left to leave outside its time, on any channel', () => {
    for (let seed = 0; seed < 200; seed += 1) {
      const random = createRandom(seed);
      const moment = () => new Date(at('2026-06-14T00:00').getTime() + random.int(-20, 20) * 7 * 60 * minute);
      const posts = Array.from({ length: random.int(1, 5) }, (_, i) =>
        samplePost({
          id: `p${i}`,
          slug: `p${i}`,
          storyId: random.pick(['s1', 's2', 's3']),
          channels: ['wechat', 'weibo', 'press'].filter(() => random.chance(0.7)),
          when: { at: moment().toISOString() },
        }),
      );
      let deliveries: ReturnType<typeof sampleDelivery>[] = [];
      // The time is changed again and again; whatever was planned by an earlier one must not leave by it.
      for (let change = 0; change < 4; change += 1) {
        const releases = new Map(
          ['s1', 's2', 's3'].map((story) => [
            story,
            {
              id: `${story}-r${random.int(1, 2)}`,
              version: 1,
              from: random.chance(0.7) ? moment() : null,
              until: random.chance(0.4) ? moment() : null,
            },
          ]),
        );
        const input = {
          campaigns: [sampleCampaign({ posts })],
          releases,
          now: at('2026-06-01T00:00'),
          quietDays: new Set<string>(),
        };
        for (let round = 0; round < 3; round += 1) {
          const result = plan({ ...input, deliveries });
          if (isDone(result)) break;
          deliveries = apply(result, deliveries);
        }
        expect(isDone(plan({ ...input, deliveries }))).toBe(true);
        for (const { plannedAt, postId, state } of deliveries) {
          if (state !== 'pending') continue;
          const { from: begin, until: end } = releases.get(posts.find(({ id }) => id === postId)?.storyId ?? '') ?? {};
          expect([seed, !begin || plannedAt >= begin, !end || plannedAt < end]).toEqual([seed, true, true]);
        }
      }
    }
  });
});

describe('the calendar', () => {
  const now = at('2026-06-01T09:00');
  const shown = { from, until };

  it('tells of posts that stand outside their story’s time, as long as they are to come', () => {
    const early = datedPost({ at: at('2026-06-13T09:00'), shown });
    expect(embargoConflicts([early, datedPost({ id: 'p2', at: from, shown })], now)).toMatchObject([
      {
        id: 'embargo:p1',
        kind: 'embargo',
        day: '2026-06-13',
        postId: 'p1',
        message: expect.stringMatching(/^《.*》：.*。$/),
      },
    ]);
    expect(embargoConflicts([early], at('2026-06-13T09:01'))).toEqual([]);
    expect(embargoConflicts([{ ...early, done: new Set(['wechat']) }], now)).toEqual([]);
    expect(embargoConflicts([datedPost({ at: at('2026-06-13T09:00') })], now)).toEqual([]);
  });

  it('lets no post be moved there', () => {
    const question = {
      post: datedPost({ at: from, shown }),
      now,
      others: [],
      quotas: [],
      quietDays: new Set<string>(),
      phases: [],
    };
    expect(judgeMove({ ...question, to: at('2026-06-13T09:00') })).toMatchObject({
      ok: false,
      message: expect.stringContaining('还不能发'),
    });
    expect(judgeMove({ ...question, to: at('2026-06-15T09:00') })).toMatchObject({ ok: true });
  });
});

import { describe, expect, it } from 'vitest';
import { wordingOf, type DailyOrder } from './daily-post.ts';
import { standingOf, waitsFor } from './standing.ts';

const order = (over: Partial<DailyOrder> = {}): DailyOrder => ({
  storyId: 's1',
  channels: ['wechat', 'weibo'],
  at: new Date('2026-06-16T01:00:00Z'),
  words: [],
  festive: false,
  misfire: 'late',
  misfireWindow: 180,
  ...over,
});
const said = { by: 'b', name: '示例终审', at: '2026-06-15T01:00:00.000Z' };
type Post = Parameters<typeof standingOf>[0];
const post = (over: Partial<Post> = {}): Post => ({
  isCancelled: false,
  wording: 'w1',
  words: [],
  confirmed: null,
  declined: null,
  writers: [{ id: 'a', name: '示例采编', signer: false, at: '2026-06-14T01:00:00.000Z' }],
  ...over,
});
const confirmed = (wording: string, release = 'r1') => ({ ...said, wording, release, words: [] });
const declined = (wording: string) => ({ ...said, wording, reason: '时间不合适' });
const words = [{ channel: 'weibo', text: '一句话' }];

describe('how a push stands', () => {
  it.each<[string, Partial<Post>, string | null, string]>([
    ['nobody has decided', {}, 'r1', 'waiting'],
    ['confirmed as it is', { confirmed: confirmed('w1') }, 'r1', 'confirmed'],
    [
      'confirmed as it was last asked for',
      { confirmed: { ...confirmed('w1'), asked: '2026-06-14T01:00:00.000Z' } },
      'r1',
      'confirmed',
    ],
    [
      'changed and changed back since',
      { confirmed: { ...confirmed('w1'), asked: '2026-06-13T01:00:00.000Z' } },
      'r1',
      'waiting',
    ],
    ['changed since', { confirmed: confirmed('w0') }, 'r1', 'waiting'],
    ['declined as it is', { declined: declined('w1') }, 'r1', 'declined'],
    ['declined, then changed', { declined: declined('w0') }, 'r1', 'waiting'],
    [
      'declined, then changed and confirmed',
      { declined: declined('w0'), confirmed: confirmed('w1') },
      'r1',
      'confirmed',
    ],
    ['two decided at once: no is no', { declined: declined('w1'), confirmed: confirmed('w1') }, 'r1', 'declined'],
    ['cancelled, whatever was said', { isCancelled: true, confirmed: confirmed('w1') }, 'r1', 'cancelled'],
    ['without own words a newer release goes out', { confirmed: confirmed('w1') }, 'r2', 'confirmed'],
    ['own words were written for one release', { confirmed: confirmed('w1'), words }, 'r2', 'waiting'],
    ['of that release they hold', { confirmed: confirmed('w1'), words }, 'r1', 'confirmed'],
  ])('%s', (_, over, release, standing) => {
    expect(standingOf(post(over), release)).toBe(standing);
    expect(waitsFor(post(over), release) === null).toBe(standing === 'confirmed' || standing === 'cancelled');
  });

  it('says for what it waits', () => {
    expect(waitsFor(post(), 'r1')).toContain('还没有第二人确认');
    expect(waitsFor(post({ confirmed: confirmed('w1'), words }), 'r2')).toContain('有了新签发的内容');
    expect(waitsFor(post({ declined: declined('w1') }), 'r1')).toContain('没有同意');
  });
});

describe('what was seen', () => {
  it('is the same in whichever order it was ticked', () => {
    const two = [...words, { channel: 'wechat', text: '另一句' }];
    expect(wordingOf(order({ channels: ['weibo', 'wechat'], words: two }))).toBe(
      wordingOf(order({ words: two.toReversed() })),
    );
  });

  it('is of what is asked for alone, whatever else a row knows', () => {
    expect(wordingOf({ ...order(), id: 'p1', title: '改了的标题' } as DailyOrder)).toBe(wordingOf(order()));
  });

  it.each<[string, Partial<DailyOrder>]>([
    ['the story', { storyId: 's2' }],
    ['a channel', { channels: ['weibo'] }],
    ['the minute', { at: new Date('2026-06-16T01:01:00Z') }],
    ['words', { words }],
    ['festive or not', { festive: true }],
    ['what is done when it was missed', { misfire: 'ask' }],
    ['and how late it may be', { misfireWindow: 60 }],
  ])('is another with %s changed', (_, over) => expect(wordingOf(order(over))).not.toBe(wordingOf(order())));
});

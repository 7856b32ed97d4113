import { beforeEach, describe, expect, test } from 'vitest';
import type { ChannelEvent, ChannelEvents } from '../../campaigns/ports/channel-events.ts';

const at = new Date('2027-03-15T09:00:00+08:00');
const later = (ms: number) => new Date(at.getTime() + ms);
const event = (key: string, change: Partial<ChannelEvent> = {}): ChannelEvent => ({
  key,
  subject: 'wechat:wx:publish:1',
  at,
  receivedAt: at,
  note: '微信通知：已发布。',
  data: { status: 0, articleUrl: null, sent: true },
  ...change,
});

/** What every `ChannelEvents` must do; `open` gives an empty one. */
export function eventsConformance(name: string, open: () => Promise<ChannelEvents>): void {
  describe(`平台通知的收件箱：${name}`, () => {
    let events: ChannelEvents;
    beforeEach(async () => void (events = await open()));

    test('记下的原样取回', async () => {
      expect(await events.add(event('a'))).toBe(true);
      expect(await events.about('wechat:wx:publish:1')).toEqual([event('a')]);
      expect(await events.about('wechat:wx:publish:2')).toEqual([]);
    });

    test('同一条来多少次，同时来，也只记第一次的', async () => {
      const all = await Promise.all(Array.from({ length: 8 }, (_, n) => events.add(event('a', { note: `第${n}次` }))));
      expect(all.filter(Boolean)).toHaveLength(1);
      expect(await events.add(event('a', { note: '再来' }))).toBe(false);
      const kept = await events.about('wechat:wx:publish:1');
      expect(kept).toHaveLength(1);
      expect(kept[0]?.note).toMatch(/^第/);
    });

    test('从某一刻起收到的', async () => {
      await events.add(event('old'));
      await events.add(event('new', { subject: 'wechat:wx:publish:2', receivedAt: later(2_000) }));
      await events.add(event('edge', { receivedAt: later(1_000) }));
      expect((await events.since(later(1_000))).map((e) => e.key)).toEqual(['edge', 'new']);
    });

    test('按收到的先后，不按平台写的时间', async () => {
      await events.add(event('b', { at: later(-9_000), receivedAt: later(2_000) }));
      await events.add(event('a', { receivedAt: later(1_000) }));
      expect((await events.about('wechat:wx:publish:1')).map((e) => e.key)).toEqual(['a', 'b']);
    });
  });
}

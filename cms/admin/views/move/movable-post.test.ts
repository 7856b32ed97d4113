import { expect, it } from 'vitest';
import { arrowDays, carried, movablePosts } from './movable-post.ts';

it('carries by arrow keys a day or a week, and by no other key', () => {
  expect(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Enter', 'a', 'toString'].map(arrowDays)).toEqual([
    -1,
    1,
    -7,
    7,
    null,
    null,
    null,
  ]);
  expect(carried({ title: '秤上的星' }, '2026-06-14')).toBe('《秤上的星》拟移到6月14日：回车放下，Esc 取消。');
});

it('tells the browser day and time by China’s clock, and earlier moves newest first', () => {
  const move = (reason: string, at: string) => ({
    from: '2026-06-13T01:00:00.000Z',
    to: '2026-06-14T16:30:00.000Z',
    reason,
    by: '示例终审',
    at,
  });
  const post = {
    id: 'p',
    storyId: 's',
    title: '甲',
    campaignId: 'c1',
    campaign: '关爱日',
    channels: ['weibo'],
    at: new Date('2026-06-14T16:30:00Z'),
    festive: false,
    floating: true,
    hue: '#000',
    unknown: false,
    unsigned: null,
    over: false,
    moves: [move('一', '2026-06-01T00:00:00.000Z'), move('二', '2026-06-02T00:00:00.000Z')],
  };
  const day = {
    day: '2026-06-15',
    inMonth: true,
    weekend: false,
    today: false,
    quiet: false,
    occasions: [],
    posts: [post],
  };
  expect(movablePosts({ weeks: [{ days: [day], bars: [], lanes: 0 }] })).toEqual([
    {
      id: 'p',
      title: '甲',
      campaign: '关爱日',
      over: false,
      day: '2026-06-15',
      time: '00:30',
      seen: '2026-06-14T16:30:00.000Z',
      moves: [
        '6月2日 08:00 示例终审：6月13日 09:00 改到 6月15日 00:30。二',
        '6月1日 08:00 示例终审：6月13日 09:00 改到 6月15日 00:30。一',
      ],
    },
  ]);
});

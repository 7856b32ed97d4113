import { expect, test } from 'vitest';
import { createWorkdays } from '../../calendar/workday.ts';
import { pressHoursConflicts } from './press-hours.ts';
import { datedPost } from './testing/dated-post.ts';

const hours = new Map([['press', { name: '广元日报', deadline: '15:00' }]]);
const now = new Date('2026-01-05T01:00:00Z');
const at = (text: string) => new Date(`${text}:00+08:00`);
const find = (time: string, over = {}) =>
  pressHoursConflicts([datedPost({ at: at(time), channels: ['press'], ...over })], hours, createWorkdays(), now);

test('截稿时间之后、不上班的日子，都提醒；工作日截稿以前不提醒', () => {
  expect(find('2026-06-15T15:00')).toEqual([]);
  expect(find('2026-06-15T15:01')).toMatchObject([
    {
      kind: 'press-hours',
      day: '2026-06-15',
      postId: 'p1',
      message:
        '6月15日 15:01 给广元日报供稿《信用报告怎么看（示例）》，已过当天 15:00 的截稿时间：赶不上当期，请提前到工作日 15:00 以前，或接受下一期刊发。',
    },
  ]);
  expect(find('2026-06-14T09:00')[0]?.message).toContain('当天不上班：');
  expect(find('2026-10-01T18:00')[0]?.message).toContain('当天不上班，已过当天 15:00 的截稿时间');
});

test('调休上班的周末不提醒，按北京时间算', () => {
  expect(find('2026-10-10T09:00')).toEqual([]);
  expect(find('2026-06-15T09:00', { at: new Date('2026-06-15T08:00:00Z') })).toHaveLength(1);
});

test('别的渠道、已办完的、过去的不提醒；没有安排表的年份只看截稿时间', () => {
  expect(find('2026-06-14T18:00', { channels: ['wechat'] })).toEqual([]);
  expect(find('2026-06-14T18:00', { done: new Set(['press']) })).toEqual([]);
  expect(find('2026-01-05T08:59')).toEqual([]);
  const unknown = { isWorkday: () => null };
  const post = datedPost({ at: at('2031-06-14T09:00'), channels: ['press'] });
  expect(pressHoursConflicts([post], hours, unknown, now)).toEqual([]);
});

import { createElement } from 'react';
import { describe, expect, it } from 'vitest';
import type { Task, TaskGroup } from '../queries/my-work.ts';
import { show } from '../testing/page.ts';
import { aTask } from '../testing/rows.ts';
import { hostile, isMarkup } from '../testing/sentences.ts';
import { WorkList } from './WorkList.tsx';

const now = new Date('2026-06-14T10:00:00+08:00');
const at = (text: string) => new Date(`2026-06-${text}:00+08:00`);
const list = (...groups: TaskGroup[]) => show(createElement(WorkList, { groups, now }));
const deadline = async (more: Partial<Task>) => (await list({ name: '初审', tasks: [aTask(more)] })).texts('li > p')[0];

describe('等我处理', () => {
  it('an empty desk says so and offers nothing', async () => {
    const { links, texts } = await list();
    expect(texts('.cx-empty')).toEqual(['现在没有等您处理的事。']);
    expect(links).toEqual([]);
  });

  it('groups in the order given, each with its count, every task with one way on', async () => {
    const page = await list(
      { name: '初审', tasks: [aTask(), aTask({ id: 't2', title: '乙' })] },
      {
        name: '复审',
        tasks: [aTask({ id: 't3', title: '丙', button: '复审', href: '/admin/collections/stories/t3' })],
      },
    );
    expect(page.texts('h3')).toEqual(['初审 2', '复审 1']);
    expect(page.links.map(({ words }) => words)).toEqual(['初审：秤上的星（示例）', '初审：乙', '复审：丙']);
    expect(page.links.at(-1)?.href).toBe('/admin/collections/stories/t3');
  });

  it('only the very first button is the black one, also when a story waits twice', async () => {
    const { texts } = await list(
      { name: '复审', tasks: [aTask({ button: '复审' })] },
      { name: '保密审查', tasks: [aTask({ button: '审查' })] },
    );
    expect(texts('.cx-button--main')).toEqual(['复审']);
  });

  it('titles and remarks are words', async () => {
    const { html, texts } = await list({ name: hostile, tasks: [aTask({ title: hostile, detail: hostile })] });
    expect(isMarkup(html)).toBe(false);
    expect([texts('.cx-group__title'), texts('.cx-quiet')[0]]).toEqual([[hostile], hostile]);
  });
});

describe('what is said of the time', () => {
  it.each<[string, Partial<Task>, string]>([
    ['how long it waits where nothing depends on it', { since: at('14T09:35') }, '已等25分钟'],
    ['the review’s own term', { reviewDue: at('15T18:00') }, '明天 18:00 前审完'],
    ['the review’s term over', { reviewDue: at('14T07:00') }, '审签逾期3小时'],
    ['the plan where it comes first', { due: at('14T12:00'), reviewDue: at('16T18:00') }, '今天 12:00 前'],
    ['a whole day', { due: at('20T00:00') }, '6月20日前'],
    ['a term that is over comes before the plan', { due: at('14T11:00'), reviewDue: at('13T10:00') }, '审签逾期1天'],
  ])('%s', async (_what, more, words) => {
    expect(await deadline(more)).toBe(words);
  });

  it('red is what is due today or over', async () => {
    const red = async (more: Partial<Task>) =>
      (await list({ name: '初审', tasks: [aTask(more)] })).texts('li > p.cx-red').length;
    expect(
      await Promise.all(
        [{ due: at('14T23:59') }, { reviewDue: at('14T18:00') }, { reviewDue: at('13T18:00') }].map(red),
      ),
    ).toEqual([1, 1, 1]);
    expect(await Promise.all([{ due: at('15T00:00') }, { reviewDue: at('15T09:00') }, {}].map(red))).toEqual([0, 0, 0]);
  });
});

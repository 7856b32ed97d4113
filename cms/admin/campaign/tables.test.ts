import { createElement } from 'react';
import { expect, it } from 'vitest';
import type { ProgrammeSheet } from '../../programme/sheet.ts';
import { hostile, isMarkup } from '../testing/sentences.ts';
import { show } from '../testing/page.ts';
import { GoalTable } from './GoalTable.tsx';
import { ResultTable } from './ResultTable.tsx';
import { TaskList } from './TaskList.tsx';

const line = (more: Partial<ProgrammeSheet['lines'][number]> = {}) => ({
  name: '微信公众号',
  goal: null,
  planned: 1,
  out: 0,
  onTime: '—',
  ...more,
});
const goals = (more: Partial<ProgrammeSheet> = {}) =>
  show(
    createElement(GoalTable, {
      sheet: {
        lines: [line()],
        materials: { goal: null, count: null },
        waitingForStory: 0,
        ...more,
      } as ProgrammeSheet,
    }),
  );
const task = (more: Partial<ProgrammeSheet['tasks'][number]> = {}) => ({
  name: '送审',
  unit: '示例局',
  due: '11月27日',
  standing: 'open' as const,
  word: '未到时限',
  ...more,
});
const tasks = (...rows: ProgrammeSheet['tasks']) => show(createElement(TaskList, { tasks: rows }));

it('a channel short of its goal says by how many, one that has it or has none does not', async () => {
  const page = await goals({
    lines: [
      line({ name: '甲', goal: 3, planned: 1 }),
      line({ name: '乙', goal: 1, planned: 1 }),
      line({ name: '丙', goal: 0, planned: 0 }),
      line({ name: '丁', planned: 0 }),
    ],
  });
  expect(page.texts('tbody tr td:nth-of-type(1)')).toEqual(['3', '1', '0', '—']);
  expect(page.texts('tbody tr td:nth-of-type(2)')).toEqual(['1，差2', '1', '0', '0']);
  expect(page.texts('.cx-amber')).toEqual(['1，差2']);
});

it('nothing planned is said instead of an empty table', async () => {
  const page = await goals({ lines: [] });
  expect(page.text).toContain('还没有目标，也没有排期。');
  expect(page.find('table')).toBeNull();
});

it('posts without a story are warned of only when there are some', async () => {
  expect((await goals({ waitingForStory: 2 })).text).toContain(
    '2条排期还没有定稿，到时不会发出：请在“排期”里选好稿件。',
  );
  expect((await goals()).text).not.toContain('定稿');
});

it('materials are told against their goal, none given out as 0, and not at all without a goal', async () => {
  expect((await goals({ materials: { goal: 100, count: null } })).text).toContain('宣传材料目标100件，已发放0件。');
  expect((await goals({ materials: { goal: 0, count: 5 } })).text).toContain('宣传材料目标0件，已发放5件。');
  expect((await goals({ materials: { goal: null, count: 5 } })).text).not.toContain('宣传材料');
});

it('what was done late counts as done, and the overdue alone is red', async () => {
  const page = await tasks(
    task({ name: '一', standing: 'done' }),
    task({ name: '二', standing: 'late' }),
    task({ name: '三', standing: 'overdue' }),
    task({ name: '四', standing: 'soon' }),
  );
  expect(page.texts('h3')).toEqual(['分工：4项，办结2项']);
  expect(page.texts('li.cx-red')).toHaveLength(1);
  expect(page.texts('li.cx-red')[0]).toContain('三');
  expect(page.texts('li')).toHaveLength(4);
});

it('no tasks are said to be none, without a count', async () => {
  const page = await tasks();
  expect(page.texts('h3')).toEqual(['分工']);
  expect(page.text).toContain('还没有排出任务。');
});

it('the year before stands behind this one', async () => {
  const rows = [{ name: '推送', now: '12', before: '10', change: '增2' }];
  const page = await show(createElement(ResultTable, { comparison: { year: 2025, rows }, year: 2026 }));
  expect(page.texts('thead th')).toEqual(['项目', '2026年', '2025年', '增减']);
  expect(page.texts('tbody th, tbody td')).toEqual(['推送', '12', '10', '增2']);
});

it('names that want to be markup stay words', async () => {
  for (const page of [
    await tasks(task({ name: hostile, unit: hostile, word: hostile })),
    await goals({ lines: [line({ name: hostile })] }),
  ]) {
    expect(isMarkup(page.html)).toBe(false);
    expect(page.text).toContain('恶意姓名');
  }
});

import { expect, it } from 'vitest';
import { columnClocks, columnFindings } from './column-clock.ts';

const told = (kind: keyof typeof columnClocks, newest: string, today: string) =>
  columnFindings([{ title: '示例', clock: columnClocks[kind], newest }], today).map(
    ({ level, mend }) => `${level} ${mend}`,
  );

it.each<[keyof typeof columnClocks, string, string, string | null]>([
  ['news', '2026-12-25', '2027-01-03', null],
  ['news', '2026-12-25', '2027-01-04', 'warn 已有10天没有更新，再过4天就超过期限'],
  ['news', '2026-12-25', '2027-01-07', 'block 已有13天没有更新，再过1天就超过期限'],
  ['news', '2026-12-25', '2027-01-08', 'block 已有14天没有更新，超过了14天的期限'],
  ['news', '2028-02-20', '2028-03-01', 'warn 已有10天'],
  ['notice', '2026-01-01', '2026-05-30', null],
  ['notice', '2026-01-01', '2026-05-31', 'warn 已有150天'],
  ['notice', '2026-01-01', '2026-06-23', 'block 已有173天'],
  ['plan', '2026-01-01', '2027-01-01', 'block 已有365天没有更新，超过了365天的期限'],
  ['plan', '2027-06-01', '2026-06-01', null],
])('%s of %s on %s', (kind, newest, today, sentence) =>
  expect(told(kind, newest, today)).toEqual(sentence ? [expect.stringContaining(sentence)] : []),
);

it('each column is told by its own name, and a blank one before anybody sees it', () =>
  expect(
    columnFindings(
      [
        { title: '要闻', clock: columnClocks.news, newest: '2026-01-01' },
        { title: '典型', clock: columnClocks.news, newest: '2026-02-01' },
        { title: '文艺', clock: columnClocks.plan, newest: null },
      ],
      '2026-02-02',
    ).map(({ at, rule }) => `${rule} ${at}`),
  ).toEqual(['site/stale-column 栏目“要闻”', 'site/blank-column 栏目“文艺”']));

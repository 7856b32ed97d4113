import { Converter } from 'opencc-js/cn2t';
import { expect, it } from 'vitest';
import { checkTexts } from '../../checks/check-texts.ts';
import { readSubjects } from '../../checks/subject/read-subjects.ts';
import { readBlind } from './blind.ts';
import { innocenceLaw, minorsLaw, sealedLaw } from './people-law.ts';

/** What is told of a text, but that it is written in traditional characters. */
const toldOf = (text: string): string => {
  const rules = checkTexts([{ field: '正文', text }]).flatMap(({ rule }) =>
    rule.startsWith('characters/') ? [] : [rule],
  );
  return [...new Set([...rules, ...readSubjects(text).map(({ kind }) => kind)])].sort().join();
};
const laws = [minorsLaw, sealedLaw, innocenceLaw].flatMap(({ found, silent }) => [...found, ...silent]);
/** 家具 is another word there, 傢俱. */
const texts = [...readBlind().map(({ text }) => text), ...laws].filter((text) => !text.includes('家具'));

it.each([
  ['Taiwan', 'tw', 0],
  ['Hong Kong', 'hk', 1],
] as const)(
  'a text says in traditional characters, as they are written in %s, what it says in simplified ones',
  (_, place, half) => {
    const convert = Converter({ from: 'cn', to: place });
    const changed = texts.filter((text, i) => i % 2 === half && convert(text) !== text);
    expect(changed.length).toBeGreaterThan(300);
    expect(changed.filter((text) => toldOf(convert(text)) !== toldOf(text))).toEqual([]);
  },
);

it('a finding stands where the traditional characters stand, and no name is shown in the clear', () => {
  const text = '通報：<b>張偉</b>國因賭博被行政拘留。';
  expect(checkTexts([{ field: '正文', text }]).map(({ at, rule, text: shown }) => `${rule} ${at} ${shown}`)).toEqual([
    'characters/traditional 正文 1:2 報…（共5处）',
    'sealed/public-security 正文 1:7 张**',
  ]);
  expect(readSubjects('示例鎮王建國拖欠貨款八萬元').map(({ from, to }) => [from, to])).toEqual([[3, 6]]);
});

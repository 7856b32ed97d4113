import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../campaigns/calendar/testing/random.ts';
import { checkTexts } from '../check-texts.ts';
import { createFiction } from '../../testing/corpus/fiction.ts';

const rules = (text: string) =>
  checkTexts([{ field: '正文', text }])
    .filter(({ level }) => level === 'block')
    .map(({ rule }) => rule);
const table = (rows: string[][]) => rows.map((row) => `| ${row.join(' | ')} |`).join('\n');

/** Rows that the joined digits of which hold a valid ID number, as public statistics once did. */
const yearbook = `| 示例县 | 3420 | 28.9 | 5282 | 99.1 | 9390 | 1116 | 701 | 68.8 | 76.8 | 2312 | 3400 | 9365 |
| 示例县乙 | 2622 | 6594 | 85.4 | 86.5 | 83.8 | 1808 | 58.3 | 175 | 2320 | 870 | 7159 | 41.5 |`;

describe('digits of a table', () => {
  it('are no ID number, whatever they add up to', () => {
    expect(rules(yearbook)).toEqual([]);
    const random = createRandom(9);
    for (let n = 0; n < 40; n += 1) {
      const cell = () => (random.chance(0.5) ? String(random.int(1, 9999)) : (random.int(1, 999) / 10).toFixed(1));
      const rows = Array.from({ length: 60 }, () => Array.from({ length: 12 }, cell));
      for (const text of [
        table(rows),
        rows.map((row) => row.join('\t')).join('\n'),
        rows.map((row) => `<tr>${row.map((c) => `<td>${c}</td>`).join('')}</tr>`).join('\n'),
      ])
        expect(rules(text)).toEqual([]);
    }
  });

  it('are one where a person has spread it: a digit a cell, its parts, its halves, or under a word for it', () => {
    const id = createFiction(3).id();
    const cut = (...lengths: number[]) => {
      let at = 0;
      return lengths.map((length) => id.slice(at, (at += length)));
    };
    for (const row of [[...id], cut(6, 8, 4), cut(9, 9)]) {
      expect(rules(table([['姓名', '号码'], row]))).toEqual(['personal-data/citizen-id']);
    }
    expect(rules(`证号：${cut(5, 4, 5, 4).join(' | ')}`)).toEqual(['personal-data/citizen-id']);
    expect(rules(table([cut(5, 4, 5, 4)]))).toEqual([]);
  });

  it('joined over a decimal point are none; over the same dot again and again they are', () => {
    const id = createFiction(4).id();
    expect(rules(`共 ${id.slice(0, 12)}.${id.slice(12)} 元`)).toEqual([]);
    expect(rules(`他 ${id.slice(0, 6)}.${id.slice(6, 14)}.${id.slice(14)}`)).toEqual(['personal-data/citizen-id']);
  });
});

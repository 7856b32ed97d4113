import { describe, expect, it } from 'vitest';
import { checkTexts, findHits } from './check-texts.ts';
import { createFiction } from '../testing/corpus/fiction.ts';

const fiction = createFiction(11);

describe('places', () => {
  it.each<[string, string]>([
    ['证号', '1:3'],
    ['一\n二\n证号：', '3:4'],
    ['\u200b\u200b证号', '1:5'],
    ['&nbsp;<b>证</b>', '1:15'],
    ['😀证', '1:3'],
    ['\r\n\t', '2:2'],
  ])('after %j a number is told where it begins', (before, at) => {
    expect(checkTexts([{ field: '', text: `${before}${fiction.id()}` }])).toMatchObject([
      { at: ` ${at}`.replace(/^ /, ' ') },
    ]);
  });

  it('an ID spelled as JSON escapes or turned round by a tag is seen', () => {
    const number = createFiction(11).id();
    const escapes = [...number].map((digit) => `\\u00${digit.charCodeAt(0).toString(16)}`).join('');
    for (const text of [
      `{"n":"${escapes}"}`,
      `{"n":"${number.slice(0, 9)}${escapes.slice(54)}"}`,
      `<bdo dir="rtl">${[...number].reverse().join('')}</bdo>`,
    ]) {
      expect(checkTexts([{ field: '', text }]).map(({ rule }) => rule)).toContain('personal-data/citizen-id');
    }
  });

  it('carry the name of the field, and stay right for many findings in one long line', () => {
    const ids = Array.from({ length: 50 }, () => fiction.id());
    const findings = checkTexts([{ field: '图注', text: ids.join('，') }]);
    expect(findings.map(({ at }) => at)).toEqual(ids.map((_, i) => `图注 1:${i * 19 + 1}`));
  });

  it('span exactly what was found', () => {
    const id = fiction.id();
    const text = `号<b>${id.slice(0, 6)}</b> ${id.slice(6)}。`;
    const [hit] = findHits(text, 'prose', {});
    expect(text.slice(hit?.from, hit?.to)).toBe(`${id.slice(0, 6)}</b> ${id.slice(6)}`);
  });
});

describe('what is not read', () => {
  it('metadata and addresses are searched for personal data only', () => {
    const text = `张伟因赌博被行政拘留 ${fiction.id()}`;
    expect(checkTexts([{ field: '', text, kind: 'machine' }]).map(({ rule }) => rule)).toEqual([
      'personal-data/citizen-id',
    ]);
    expect(checkTexts([{ field: '', text }]).map(({ rule }) => rule)).toEqual([
      'sealed/public-security',
      'personal-data/citizen-id',
    ]);
  });

  it('the numbers that an office has registered', () => {
    const phone = fiction.phone();
    expect(checkTexts([{ field: '', text: `值班${phone}` }])).toHaveLength(1);
    expect(checkTexts([{ field: '', text: `值班${phone}` }], { officeNumbers: new Set([phone]) })).toEqual([]);
  });

  it('an address that is encoded is decoded first', () => {
    const id = fiction.id();
    expect(
      checkTexts([{ field: '', text: `见[表](https://e.cn/?n=${id.slice(0, 6)}%20${id.slice(6)})` }]),
    ).toMatchObject([{ rule: 'personal-data/citizen-id' }]);
  });
});

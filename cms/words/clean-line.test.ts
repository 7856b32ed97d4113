import { describe, expect, it } from 'vitest';
import { cleanLine, cleanText, lineKey, seenOnly } from './clean-line.ts';

describe('cleanLine', () => {
  it.each([
    ['zero-width blanks', '\u200B\u200B\uFEFF\u2060', ''],
    ['a title turned round', '诚信\u202E典型\u202C', '诚信典型'],
    ['marks of direction', '\u200E甲\u2066乙\u2069\u061C', '甲乙'],
    ['a line end, a bell, a tab', '一\n二\u0007三\t四\u0000', '一 二三 四'],
    ['fillers that look blank', '\u3164\u115F\uFFA0\u2800\u00AD', ''],
    ['blanks of all widths', ' \u00A0甲 \u2003\u3000 乙\u3000', '甲 乙'],
    ['a full-width blank between two halves of a headline', '春风十里\u3000\u3000诚信同行', '春风十里\u3000诚信同行'],
    ['separators of lines and paragraphs', '甲\u2028乙\u2029丙', '甲 乙 丙'],
    ['letters in pieces', 'e\u0301', '\u00E9'],
    ['tag characters', '甲\u{E0041}\u{E0020}乙', '甲乙'],
    ['half a pair', '甲\uD83D乙', '甲乙'],
    ['noncharacters', '甲\uFFFE\u{1FFFF}', '甲'],
    ['a joiner that joins nothing', '诚\u200D信\u200C', '诚信'],
    ['a selector that selects nothing', '\uFE0F甲', '甲'],
  ])('%s', (_, text, clean) => expect(cleanLine(text)).toBe(clean));

  it.each([
    '普通标题',
    '《诚信》：“3·15”（第1号）',
    '👨‍👩‍👧 一家人',
    '❤️‍🔥',
    '👩🏽‍🏫',
    '葛\u{E0100}城',
    'ABC，１２３',
    '𠮷野家',
    '☎︎ 热线',
  ])('leaves %s as it is', (text) => expect(cleanLine(text)).toBe(text.normalize('NFC')));

  it('is done after one time, for every character there is', () => {
    const wrong: string[] = [];
    for (let code = 0; code < 0x110000; code += 1) {
      const text = `甲${String.fromCodePoint(code)}乙${String.fromCodePoint(code)}`;
      const once = cleanLine(text);
      if (cleanLine(once) !== once || /[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069\u200B\u200E\u200F\uFEFF]/u.test(once))
        wrong.push(code.toString(16));
    }
    expect(wrong).toEqual([]);
  });
});

it('seenOnly keeps the blanks at the ends of a piece', () => expect(seenOnly(' 甲\u202E ')).toBe(' 甲 '));
it('cleanText keeps paragraphs', () => expect(cleanText(' 甲\u200B \r\n\r\n乙\u0007\n')).toBe('甲\n\n乙'));
it('lineKey tells whether two names look alike', () => {
  expect(lineKey('张 三（Ａ）')).toBe(lineKey('张\u200B三(a)'));
  expect(lineKey('张三')).not.toBe(lineKey('张叁'));
});

import { describe, expect, it } from 'vitest';
import { breakUnits, endsClause } from './break-units.ts';

describe('where a line may break', () => {
  it.each([
    ['nothing', '', ''],
    ['Chinese, anywhere', '诚实守信', '诚|实|守|信'],
    ['no mark begins a line', '诚信，立身。', '诚|信，|立|身。'],
    ['several marks in a row stay together', '是吗？！”他说', '是|吗？！”|他|说'],
    ['no opening mark ends a line', '见《民法典》（示例）', '见|《民|法|典》|（示|例）'],
    ['half-width marks are marks too', '见(示例),再说', '见|(示|例),|再|说'],
    ['square ones too', '见[2026]号', '见|[2026]|号'],
    ['two opening marks', '说：“《论语》', '说：|“《论|语》'],
    ['a word', '用Credit评级', '用|Credit|评|级'],
    ['a word with an accent', '去Café坐坐', '去|Café|坐|坐'],
    ['a word in full-width letters', '用ＡＰＰ查', '用|ＡＰＰ|查'],
    ['words: the blank stays at the end of a line', 'Credit China 网', 'Credit |China |网'],
    ['an apostrophe, a hyphen', "don't e-mail", "don't |e-mail"],
    ['an address', '到www.example.gov.cn/a?b看', '到|www.example.gov.cn/a?|b|看'],
    ['a number and its unit', '在2026年6月14日', '在|2026年|6月|14日'],
    ['a number in full-width digits', '在２０２６年６月', '在|２０２６年|６月'],
    ['a number with its marks', '共1,234.5元', '共|1,234.5元'],
    ['per cent', '占98.6%，比', '占|98.6%，|比'],
    ['full-width per cent', '占９８％以上', '占|９８％|以|上'],
    ['a time', '从09:30到', '从|09:30|到'],
    ['a number without a unit of its own', '第3排', '第|3|排'],
    ['a dash is one', '诚信——立身', '诚|信——|立|身'],
    ['so are six dots', '诚信……立身', '诚|信……|立|身'],
    ['a name of two parts', '阿里木·买买提', '阿|里|木·|买|买|提'],
    ['a character with a chosen form', '葛\u{e0100}某', '葛\u{e0100}|某'],
    ['a character above the first plane', '𠮷某', '𠮷|某'],
    ['an accent on its own', 'e\u0301甲', 'e\u0301|甲'],
    ['faces that are one', '👨\u200d👩\u200d👧好', '👨\u200d👩\u200d👧|好'],
  ])('%s', (_what, text, units) => {
    expect(breakUnits(text).join('|')).toBe(units);
    expect(breakUnits(text).join('')).toBe(text);
  });
});

it.each([
  ['完了。', true],
  ['完了。 ', true],
  ['说：', true],
  ['诚信——', true],
  ['诚信……', true],
  ['他说”', true],
  ['诚信', false],
  ['《', false],
  ['98.6%', false],
  ['', false],
])('a title likes to break after %j: %s', (text, likes) => expect(endsClause(text)).toBe(likes));

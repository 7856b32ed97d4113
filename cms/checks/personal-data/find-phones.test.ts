import { describe, expect, it } from 'vitest';
import { createFiction } from '../../testing/corpus/fiction.ts';
import { checkTexts } from '../check-texts.ts';
import { isWritten, digitsOf } from './numerals.ts';

const phone = createFiction(7).phone();
const [a, b, c] = [phone.slice(0, 3), phone.slice(3, 7), phone.slice(7)];
const told = (text: string, officeNumbers?: ReadonlySet<string>) =>
  checkTexts([{ field: '正文', text }], officeNumbers ? { officeNumbers } : {}).map(
    ({ at, rule }) => `${rule.replace('personal-data/', '')} ${at}`,
  );
const han = (digits: string, numerals: string) => [...digits].map((d) => [...numerals][Number(d)] ?? d).join('');

describe('a number to call', () => {
  it.each<[string, string, string]>([
    ['before whoever is head of a household', `联系电话${phone}户主张某`, '1:5'],
    ['before a town whose name begins like a sum', `联系人电话${phone}元坝镇示例村`, '1:6'],
    ['before a surname that is a number', `手机${phone}万先生`, '1:3'],
    ['before what is sold by weight', `订米请致电${phone}米店送货`, '1:6'],
    ['parted by long dashes', `${a}—${b}—${c}`, '1:1'],
    ['parted by two dashes each', `${a}——${b}——${c}`, '1:1'],
    ['parted by short dashes', `${a}–${b}–${c}`, '1:1'],
    ['parted by underscores, as in a file name', `${a}_${b}_${c}`, '1:1'],
    ['parted by two blanks', `拨 ${a}  ${b}  ${c}`, '1:3'],
    ['parted by stars that hide nothing', `${a}*${b}*${c}`, '1:1'],
    ['in wide digits and wide dashes', `１３８－${b}－${c}`, '1:1'],
    ['in Chinese numerals', `手机${han(phone, '〇一二三四五六七八九')}`, '1:3'],
    ['as it is read aloud', `请拨${han(phone, '零幺二三四五六七八九')}。`, '1:3'],
    ['as it stands in a contract', `电话：${han(phone, '零壹贰叁肆伍陆柒捌玖')}`, '1:4'],
    ['half in numerals', `找他：${a}${han(b, '〇一二三四五六七八九')}${c}`, '1:4'],
    ['in numerals with blanks', `${han(a, '〇一二三四五六七八九')} ${han(b, '〇一二三四五六七八九')} ${c}`, '1:1'],
    ['in the second line', `第一行\n电话${phone}`, '2:3'],
    ['behind a landline', `0839-3260000、${phone}`, '1:14'],
  ])('%s', (_, text, at) => expect(told(text)).toEqual([`phone 正文 ${at}`]));

  it.each<[string, string]>([
    ['a sum', `全年共支出${phone}元`],
    ['a sum with a blank', `全年共支出${phone} 元`],
    ['an output', `发电${phone}千瓦时`],
    ['numbers of a list', `分别为${a}、${b}、${c}`],
    ['sizes', `规格${a}/${b}/${c}`],
    ['written years in a row', '二〇二一、二〇二二、二〇二三'],
    ['twelve numerals', `${han(phone, '〇一二三四五六七八九')}一`],
    ['counting', '一二三四五六七八九十'],
    ['numerals that begin no number', han(phone.replace(/^1/, '2'), '〇一二三四五六七八九')],
    ['signs parted otherwise each time', `${a}—${b}–${c}`],
    ['an office', '座机0839-3260000'],
    ['a short number', '请拨12345或12315'],
  ])('none: %s', (_, text) => expect(told(text)).toEqual([]));

  it('an office’s own number is nobody’s, however it is written', () => {
    const own = new Set([phone]);
    for (const text of [phone, `${a}-${b}-${c}`, `+86 ${phone}`, han(phone, '零幺二三四五六七八九')])
      expect(told(`值班${text}。`, own), text).toEqual([]);
    expect(told(`值班${phone}，私人${createFiction(8).phone()}`, own)).toHaveLength(1);
  });

  it('the sentence says what to do and shows three digits', () => {
    expect(checkTexts([{ field: '图注', text: `联系${han(phone, '零幺二三四五六七八九')}` }])).toMatchObject([
      {
        level: 'warn',
        at: '图注 1:3',
        text: `${a}********`,
        mend: expect.stringContaining('单位对外公开的请改用座机'),
      },
    ]);
  });
});

it('numerals become digits one by one', () => {
  expect(digitsOf('五1〇八-０幺x')).toBe('5108-1X'.replace('-', ''));
  expect([isWritten('138'), isWritten('13八'), isWritten('')]).toEqual([false, true, false]);
});

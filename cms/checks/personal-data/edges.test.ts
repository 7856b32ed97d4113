import { describe, expect, it, test } from 'vitest';
import { createFiction } from '../../testing/corpus/fiction.ts';
import { checkTexts } from '../check-texts.ts';
import { passesLuhn } from './luhn.ts';
import { maskAfter, maskDigits, maskExcerpt, maskId, maskLongNumbers } from './mask.ts';

const fiction = createFiction(61);
const found = (text: string) =>
  checkTexts([{ field: '', text }])
    .filter(({ rule }) => rule.startsWith('personal-data/'))
    .map(({ level, rule }) => `${rule.slice('personal-data/'.length)} ${level}`);
const masked = (text: string) => checkTexts([{ field: '', text }]).map(({ text: shown }) => shown);
const phone = fiction.phone();
const [a, b, c] = [phone.slice(0, 3), phone.slice(3, 7), phone.slice(7)];
/** 16 digits that pass Luhn, beginning as told. */
const card = (head: string, size = 16): string => {
  const body = head + fiction.digits(size - 1 - head.length);
  return body + [...'0123456789'].find((last) => passesLuhn(body + last))!;
};

describe('a mobile number', () => {
  test.each([
    phone,
    `${a} ${b} ${c}`,
    `${a}-${b}-${c}`,
    `+86 ${phone}`,
    `86-${phone}`,
    `0086${phone}`,
    `${a}.${b}.${c}`,
    [...phone].join(' '),
    `电话${phone}转`,
    `（${phone}）`,
    `"${phone}"`,
  ])('is seen as %j', (text) => expect(found(text)).toEqual(['phone warn']));
  test.each([
    `${phone}0`,
    `1${phone}`,
    `NO${phone}`,
    `${phone}元`,
    `${phone}万`,
    `${phone}.5`,
    `3.${phone}`,
    `${phone} 人次`,
    phone.replace(/^1./, '12'),
    `${a}${b}`,
    `*${phone}`,
    `12-${phone}`,
    `2026–${phone}`,
    `5 ${[...phone].join(' ')}`,
    `${[...phone].join(' ')} 5`,
  ])('is none in %j', (text) => expect(found(text)).toEqual([]));
  it('is shown by its first three digits only', () => expect(masked(`值班${phone}`)).toEqual([`${a}********`]));
});

describe('a plate', () => {
  test.each(['川H12345', '川H·1234A', '川H 1D2E3', '京A12345学', '粤Z1234港', '川HD12345', '川H12345D', '沪A-12345'])(
    '%s is one',
    (text) => expect(found(`车牌${text}。`)).toEqual(['plate warn']),
  );
  test.each([
    '川HABCDE',
    '川HABCD1',
    '川I12345',
    '川H1234',
    '川H123456',
    '川H12345B',
    '四川H',
    '川HO2345',
    '新A股上涨',
  ])('%s is none', (text) => expect(found(`${text}。`)).toEqual([]));
  it('keeps place and letter, not the number', () => expect(masked('川H·12345')).toEqual(['川H*****']));
});

describe('a bank card', () => {
  it('is known by its first digits, or by a word before it, and only if it passes its check', () => {
    const own = card('6222');
    const spaced = own.replace(/(.{4})(?=.)/g, '$1 ');
    for (const text of [own, spaced, `卡号：${own}`]) expect(found(text)).toEqual(['bank-card warn']);
    const other = card('11');
    expect([found(other), found(`银行卡${other}`)]).toEqual([[], ['bank-card warn']]);
    const wrong = own.slice(0, -1) + String((Number(own.at(-1)) + 1) % 10);
    expect(found(`卡号：${wrong}`)).toEqual([]);
    expect(found('账号0000000000000000')).toEqual([]);
  });
  it('is no part of an address, a file name or a longer number', () => {
    const own = card('6222');
    for (const text of [`/${own}`, `=${own}&`, `${own}.1`, `-${own}`, `${own}a`]) expect(found(text)).toEqual([]);
  });
});

describe('an ID with stars', () => {
  const id = fiction.id(undefined, false);
  it('is one while it can be reckoned back, and none when enough is hidden', () => {
    for (const hidden of [2, 3, 4])
      expect(found(`证号${id.slice(0, 14)}${'*'.repeat(hidden)}${id.slice(14 + hidden)}`)).toEqual([
        'citizen-id-weak-mask block',
      ]);
    for (const hidden of [5, 8, 12])
      expect(found(`证号${id.slice(0, 6)}${'*'.repeat(hidden)}${id.slice(6 + hidden)}`)).toEqual([]);
    for (const sign of ['×', '●', '□', '#'])
      expect(found(`证号${id.slice(0, 14)}${sign.repeat(4)}`)).toEqual(['citizen-id-weak-mask block']);
  });
  it('of no province and no century is a number like others', () =>
    expect(found(`编号99${id.slice(2, 14)}****`.replace('编号99', '编号00'))).toEqual([]));
});

describe('passports and permits', () => {
  test.each([
    ['护照号码E12345678', 'passport'],
    ['持护照 EA1234567', 'passport'],
    ['港澳通行证C12345678', 'travel-permit'],
    ['台胞证12345678', 'travel-permit'],
    ['回乡证H1234567890', 'travel-permit'],
  ])('%s', (text, rule) => expect(found(text)).toEqual([`${rule} warn`]));
  test.each(['编号E12345678', '护照办理窗口', `护照${'办理流程'.repeat(8)}E12345678`, '护照号码A12345678', '20260614'])(
    'none in %s',
    (text) => expect(found(text)).toEqual([]),
  );
});

describe('an address', () => {
  test.each(['家住利州区滨江路66号', '住址：幸福小区3栋2单元501室', '户籍地 示例县青山村4组'])(
    '%s is a home, and blocks',
    (text) => expect(found(text)).toContain('address block'),
  );
  test.each(['丽景苑5幢2单元1103室', '青山村3组12号'])('%s may be one', (text) =>
    expect(found(text)).toEqual(['address warn']),
  );
  test.each([
    '市政务服务中心滨江路66号',
    '报名地点：丽景苑5幢2单元1103室',
    '家住利州区',
    '第3单元 诚信',
    '公交12号线',
    '公司住址滨江路66号',
    '住建局令第45号',
  ])('%s is none', (text) => expect(found(text)).toEqual([]));
});

describe('masks', () => {
  it('show what the writer needs and nothing that could be counted back', () => {
    expect([maskId('510802199001011234'), maskId('1234'), maskId('')]).toEqual(['5108*************4', '12344', '']);
    expect([maskAfter('abc', 5), maskAfter('abcdef', 2)]).toEqual(['abc', 'ab****']);
    expect([maskDigits('滨江路６6号'), maskDigits('五一〇八〇二一九九'), maskDigits('一二三')]).toEqual([
      '滨江路**号',
      '*********',
      '一二三',
    ]);
    expect([maskExcerpt('2026年'), maskExcerpt('2026年6月')]).toEqual(['2026年', '****年*月']);
    expect(maskLongNumbers('表5108 0219 9001-01X，第12期')).toBe('表**** **** ****-***，第12期');
  });
});

it('one place is one finding, the gravest, and findings stand in the order of the text', () => {
  const id = fiction.id();
  expect(found(`电话${phone}，证号${id}，电话${phone}`)).toEqual(['phone warn', 'citizen-id block', 'phone warn']);
  expect(found(`卡号${id}`)).toEqual(['citizen-id block']);
});

import { expect, test } from 'vitest';
import { titleHtml } from './title.ts';

test('a title whose clauses fit breaks at its marks only', () => {
  expect(titleHtml('查一查自己的信用报告，每年两次不花钱')).not.toContain('<wbr>');
  expect(titleHtml('他说：“账在，人就在。”')).toBe('他说：“账在，人就在。”');
});

test('a clause longer than its line may break between words, never inside one', () => {
  expect(titleHtml('修复告知单统一样式，一张纸看懂下一步', 8)).toMatch(/^修复<wbr>告知单<wbr>统一<wbr>样式，一张/);
  expect(titleHtml('修复告知单统一样式，一张纸看懂下一步', 10)).not.toContain('<wbr>');
});

test('marks, and a number with its unit, are never parted from their word', () => {
  const html = titleHtml('剑门关景区“明码一条街”全年一共处理投诉2026件，少了六成');
  expect(html).not.toMatch(/<wbr>[，。”、]|2026<wbr>/);
  expect(html).toContain('“明码一条街”');
  expect(html.replaceAll('<wbr>', '')).toBe('剑门关景区“明码一条街”全年一共处理投诉2026件，少了六成');
});

test('names that no dictionary knows, and years in Chinese numerals, stay whole', () => {
  expect(titleHtml('剑门关景区“明码一条街”满一年')).toMatch(/^剑门关景区<wbr>“明码一条街”<wbr>/);
  expect(titleHtml('拖欠农民工工资失信联合惩戒对象')).toMatch(/^拖欠<wbr>农民工<wbr>工资<wbr>/);
  expect(titleHtml('二〇二六年第三季度各县区落实情况')).toMatch(/^二〇二六年<wbr>第三季度<wbr>各县区<wbr>/);
});

test('no character stands alone on the last line', () => {
  expect(titleHtml('这里有一个特别长的分句用来看最后一个字会不会单独落下来的')).not.toMatch(/<wbr>.$/u);
});

test('Latin letters take half a place; what HTML means is escaped', () => {
  expect(titleHtml('abcdefghijklmnopqrst')).not.toContain('<wbr>');
  expect(titleHtml('<b>&"')).toBe('&lt;b&gt;&amp;&quot;');
  expect(titleHtml('')).toBe('');
});

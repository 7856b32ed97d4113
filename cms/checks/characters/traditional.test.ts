import { describe, expect, it } from 'vitest';
import { checkTexts } from '../check-texts.ts';

const told = (text: string, kind: 'prose' | 'machine' = 'prose') =>
  checkTexts([{ field: '正文', text, kind }]).filter(({ rule }) => rule === 'characters/traditional');

describe('traditional characters', () => {
  it.each<[string, string, string, string]>([
    ['a sentence of them', '今天我們講誠信。', '正文 1:4', '們…（共3处）'],
    ['a single one', '诚信经营，童叟无欺，不騙人。', '正文 1:12', '騙'],
    ['variants and Japanese forms', '羣众在広场听讲。', '正文 1:1', '羣…（共2处）'],
    ['with tags between', '今天<b>讲</b>一講。', '正文 1:12', '講'],
    ['behind a quotation', '《蘭亭集序》裡的一句话。', '正文 1:7', '裡'],
    ['between two quotations', '“臨”字和“蘭”字後面', '正文 1:10', '後'],
    ['in a quotation that never ends', '他说“誠信', '正文 1:4', '誠'],
  ])('are told once: %s', (_, text, at, shown) => {
    expect(told(text)).toMatchObject([{ level: 'warn', at, text: shown }]);
  });

  it.each([
    '著名作家在乾隆年间的瞭望塔旁。',
    '展出书法作品《蘭亭集序》和“誠信爲本”条幅。',
    '碑上刻着「童叟無欺」四个字。',
    '于谦、范仲淹、钟离、沈括，都姓得好好的。',
    'AI 😀 〇一二三 ㎡ ⼈民',
    '',
  ])('are none: %s', (text) => expect(told(text)).toEqual([]));

  it('are nothing to an address', () => expect(told('https://a.example/誠信', 'machine')).toEqual([]));

  it('show no more than one character: two may be a name', () => {
    expect(told('張偉在櫃檯前。')[0]?.text).toBe('張…（共4处）');
  });

  it('are looked for in one pass, however many quotations there are', () => {
    expect(told(`${'“臨”'.repeat(30_000)}後`)).toHaveLength(1);
    expect(told('“誠'.repeat(30_000))).toHaveLength(1);
  });
});

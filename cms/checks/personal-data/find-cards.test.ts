import { describe, expect, it } from 'vitest';
import { createFiction } from '../../testing/corpus/fiction.ts';
import { checkTexts } from '../check-texts.ts';

const fiction = createFiction(31);
const card = fiction.card();
const told = (text: string) =>
  checkTexts([{ field: '', text }]).map(({ at, rule }) => `${rule.replace('personal-data/', '')}${at}`);

describe('a bank card', () => {
  it.each<[string, string, string]>([
    ['in wide digits', card.replace(/\d/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0)), 'bank-card 1:1'],
    ['in groups of four', card.replace(/(\d{4})(?=\d)/g, '$1 '), 'bank-card 1:1'],
    ['in groups with dots', card.replace(/(\d{4})(?=\d)/g, '$1·'), 'bank-card 1:1'],
    ['over tags', `${card.slice(0, 8)}<b>${card.slice(8)}</b>`, 'bank-card 1:1'],
    ['for gifts', `善款请打到卡上：${card}（户名示例）`, 'bank-card 1:9'],
    ['under the head of a column', `| 户名 | 收款账号 |\n|---|---|\n| 示例 | ${card} |`, 'bank-card 3:8'],
  ])('%s', (_, text, found) => expect(told(text)).toEqual([found]));

  it.each<[string, string]>([
    ['one digit wrong', `卡号${card.slice(0, -1)}${(Number(card.at(-1)) + 1) % 10}`],
    ['with most of it hidden', `尾号${card.slice(-4)}的卡`],
    ['hidden in the middle', `${card.slice(0, 6)}******${card.slice(-4)}`],
    ['an order number that no word calls a card', `单号${fiction.digits(1).replace(/\d/, '9')}${'0'.repeat(17)}`],
    ['nothing but one digit', `账号${'6'.repeat(19)}`],
  ])('none: %s', (_, text) => expect(told(text)).toEqual([]));

  it('the writer sees four digits and what to do', () =>
    expect(checkTexts([{ field: '', text: card }])[0]).toMatchObject({
      text: `${card.slice(0, 4)}${'*'.repeat(card.length - 4)}`,
      mend: '这像银行卡号：请删去，卡号任何时候都不公开。',
    }));
});

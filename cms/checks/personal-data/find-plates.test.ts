import { expect, it } from 'vitest';
import { checkTexts } from '../check-texts.ts';

const told = (text: string) => checkTexts([{ field: '', text }]).map(({ at, text: shown }) => `${shown}${at}`);

it.each<[string, string, string]>([
  ['in small letters', '一辆川h1a234超载', '川H***** 1:3'],
  ['with a blank behind the province, where one speaks of cars', '车牌 川 H12345', '川H***** 1:4'],
  ['with a long dash', '川H—12345', '川H***** 1:1'],
  ['in wide letters', '川Ｈ·１２３４５', '川H***** 1:1'],
  ['of a lorry’s trailer', '川H1234挂', '川H***** 1:1'],
  ['of a car with a battery', '川Hd12345停在路边', '川H****** 1:1'],
  ['of a car of another province in a sentence', '外地车陕F8K888逃逸', '陕F***** 1:4'],
])('a plate %s', (_, text, found) => expect(told(text)).toEqual([found]));

it.each<[string, string]>([
  ['a model behind a word that is a province as well', '更新 A12345 型设备'],
  ['a road', '沿京G5行驶'],
  ['a share', '新A股12345手'],
  ['letters alone', '川Habcde'],
  ['a code of seven', '川H1234567'],
  ['a licence of a site', '蜀ICP备12345678号'],
])('none: %s', (_, text) => expect(told(text)).toEqual([]));

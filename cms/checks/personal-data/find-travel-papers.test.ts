import { describe, expect, it } from 'vitest';
import { checkTexts } from '../check-texts.ts';

const told = (text: string) => checkTexts([{ field: '', text }]).map(({ rule }) => rule.replace('personal-data/', ''));

describe('papers for travel', () => {
  it.each<[string, string]>([
    ['in small letters', '护照号e12345678'],
    ['in wide letters', '护照：Ｅ１２３４５６７８'],
    ['with a blank', '护照 E 12345678'],
    ['of an attribute', '<input placeholder="护照号码" value="">E12345678'],
  ])('a passport %s', (_, text) => expect(told(text)[0]).toContain('passport'));

  it.each<[string, string]>([
    ['to Macao', '往来港澳通行证C12345678'],
    ['to Taiwan', '往来台湾通行证T12345678'],
    ['home', '回乡证M12345678'],
  ])('a permit %s', (_, text) => expect(told(text)[0]).toContain('travel-permit'));

  it.each<[string, string]>([
    ['a day', '通行证2026年11月28日起办理'],
    ['a number far behind', `护照办理须知${'，请带齐材料'.repeat(5)}，文号E12345678`],
    ['a word alone', '请带护照和通行证'],
  ])('none: %s', (_, text) => expect(told(text)).toEqual([]));
});

import { zh } from '@payloadcms/translations/languages/zh';
import { expect, it } from 'vitest';
import { zhWords } from './zh.ts';

type Words = Record<string, Record<string, string>>;
const own: Words = zhWords;
const shell = zh.translations as unknown as Words;
const all = Object.entries(own).flatMap(([part, words]) =>
  Object.entries(words).map(([key, said]): [string, string, string] => [part, key, said]),
);
/** What the shell puts in: `{{label}}`, and marks around a title. */
const slots = (text = ''): string[] => [...text.matchAll(/\{\{\w+\}\}|<\/?\d>/g)].map(([slot]) => slot).sort();

it.each(all)(
  '%s:%s takes the place of words that the shell has, with nothing of what it puts in lost',
  (part, key, said) => {
    const before = shell[part]?.[key];
    expect(before).toBeDefined();
    // Of labels and titles none may be left out; a label more is the shell's to give.
    expect(slots(said)).toEqual(expect.arrayContaining(slots(before).filter((slot) => /title|count|\d/.test(slot))));
  },
);

it.each(all)('%s:%s reads as Chinese: its own punctuation, no English left', (_, __, said) => {
  const words = said.replace(/\{\{\w+\}\}|<\/?\d>/g, '');
  expect(words).toMatch(/\p{Script=Han}/u);
  expect(words).not.toMatch(/[a-z]{3,}|[.,;:?!"]/i);
});

it('a wrong password promises no lock, for nobody is locked out; and says the same whether there is such an account', () => {
  const { emailOrPasswordIncorrect, userLocked } = zhWords.error;
  expect(emailOrPasswordIncorrect).not.toMatch(/锁/);
  expect(userLocked).toBe(emailOrPasswordIncorrect);
});

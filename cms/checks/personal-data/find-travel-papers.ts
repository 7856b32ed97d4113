import { maskAfter } from './mask.ts';
import type { LabelsOf } from './labels.ts';
import { isNamed, type Match } from './match.ts';

const number = /(?<![A-Za-z0-9])(?:[A-Z]{1,2}[ -]?\d{7,10}|[A-Z]{3}[ -]?\d{12}|\d{8})(?![A-Za-z0-9])/gi;
const kinds: { words: RegExp; fits: RegExp; name: string }[] = [
  { words: /护照/, fits: /^(?:[DEGHKMPS][A-Z]?\d{7,8}|1[45]\d{7})$/i, name: 'passport' },
  {
    words: /通行证|回乡证|台胞证|往来(?:港澳|台湾|内地|大陆)/,
    fits: /^(?:[CHMTWL][A-Z]?\d{7,10}|\d{8})$/i,
    name: 'travel-permit',
  },
  { words: /永久居留/, fits: /^[A-Z]{3}\d{12}$/i, name: 'residence-permit' },
];

/** Passports and permits for Hong Kong, Macao and Taiwan: only with their name close before, their shapes are too common. */
export function findTravelPapers(text: string, labels: LabelsOf, hasMarkup: boolean): Match[] {
  if (!hasMarkup && !kinds.some(({ words }) => words.test(text))) return [];
  return [...text.matchAll(number)].flatMap(({ 0: whole, index }) => {
    const bare = whole.replace(/[ -]/g, '');
    const kind = kinds.find(({ words, fits }) => fits.test(bare) && isNamed(text, index, words, labels, 20));
    if (!kind) return [];
    return [
      {
        rule: `personal-data/${kind.name}`,
        level: 'warn' as const,
        from: index,
        to: index + whole.length,
        text: maskAfter(bare, 1),
        mend: '这像护照或通行证的号码，属于个人信息：请删去。',
      },
    ];
  });
}

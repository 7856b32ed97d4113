import { simplified } from '../../characters/simplified.ts';
import type { Release } from '../../ports/release.ts';
import type { ChannelFinding } from '../channel.ts';

type Front = Pick<Release, 'title' | 'summary' | 'named'> & {
  cover: Pick<NonNullable<Release['cover']>, 'alt' | 'caption'> | null;
};

const caseNumber = /[（(〔[]\s*\d{4}\s*[)）〕\]][^，。；\n]{1,16}?\d+\s*号/;
const spaces = /[\s·・.\u200b-\u200f\u2060\ufeff-]/g;
const plain = (text: string) => simplified(text.normalize('NFKC')).replace(spaces, '');

/**
 * Push gate (G20): a card that has arrived on a phone stays there, whatever is deleted later. So whom the story names,
 * and any case number, may not stand in title, summary or the cover's words; and a story that names somebody has no cover.
 */
export function findNamesInFront({ cover, named = [], summary, title }: Front): ChannelFinding[] {
  const names = named.map(plain).filter((name) => name !== '');
  if (names.length === 0) return [];
  const places = [
    ['title', '标题', title],
    ['summary', '摘要', summary],
    ['cover', '题图的文字', `${cover?.alt ?? ''}${cover?.caption ?? ''}`],
  ] as const;
  return places.flatMap(([field, word, text]): ChannelFinding[] => {
    const found: string[] = [
      ...(names.some((name) => plain(text).includes(name)) ? ['当事人名称'] : []),
      ...(caseNumber.test(simplified(text)) ? ['案号'] : []),
    ];
    return found.length > 0
      ? [{ level: 'block', field, message: `${word}里有${found.join('和')}：推送出去就收不回，请改成不指名的写法。` }]
      : [];
  });
}

/** Print is irreversible (G21): a case that may be repaired tomorrow names nobody on paper or on a wall. */
export const refuseNamesInPrint = ({ named = [] }: Pick<Release, 'named'>): ChannelFinding[] =>
  named.length > 0
    ? [{ level: 'block', field: 'html', message: '指名的案例不能印出去：印了就收不回，请改用匿名的写法。' }]
    : [];

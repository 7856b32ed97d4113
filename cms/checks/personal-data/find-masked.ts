import { isNamedBefore } from './match.ts';
import { hasArea } from './citizen-id.ts';
import { maskAfter } from './mask.ts';
import type { Match } from './match.ts';

/** law.md §1.3: with 14 digits left, about 33 candidates remain — a label, not a mask. */
const mostShown = 13;
const stars = '*×xX●○■□◯#?？•＿_█▇';
const masked = new RegExp(
  `(?<![0-9A-Za-z${stars}])[0-9${stars}](?:[ \\-]?[0-9${stars}]){15,19}(?![0-9A-Za-z${stars}])`,
  'g',
);

/** One x or _ alone parts two figures (3840x2160, 510802_2026): it hides a digit only where a word says what the number is. */
const lone = /[0-9][xX_][0-9]/;
const named = /身份证|证件|公民身份|居住证|证号/;
/** Century, month and day, as far as they can be seen. */
const dated = /^.{6}(?:1[^0-7]|[^0-9].|2[^1-9]).{2}[^2-9].[^4-9]/;

/** ID numbers with too few characters hidden. Expects a folded text. */
export function findMasked(text: string): Match[] {
  return [...text.matchAll(masked)].flatMap(({ 0: whole, index }) => {
    const bare = whole.replace(/[ -]/g, '');
    if (lone.test(bare) && !isNamedBefore(text, index, named)) return [];
    const shown = bare.replace(/\D/g, '').length + (/\d[xX]$/.test(bare) ? 1 : 0);
    const hidden = bare.replace(/[\d]|[xX]$/g, '').length;
    if (shown <= mostShown || hidden < 2 || !fits(bare)) return [];
    return [
      {
        rule: 'personal-data/citizen-id-weak-mask',
        level: 'block' as const,
        from: index,
        to: index + whole.length,
        text: maskAfter(bare, 4),
        mend: '遮得太少，能推算出完整的身份证号码（只遮月日时平均只剩33种可能）：请整个删去，或只留前4位和末1位。',
      },
    ];
  });
}

/** Area in front and a century where the birth year stands, as far as they can be seen. */
function fits(bare: string): boolean {
  const head = /^\d*/.exec(bare)?.[0] ?? '';
  if (head.length >= 3 && !hasArea(head)) return false;
  return bare.length !== 18 || ((/^(?:18|19|20)$/.test(bare.slice(6, 8)) || head.length < 8) && dated.test(bare));
}

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

/** ID numbers with too few characters hidden. Expects a folded text. */
export function findMasked(text: string): Match[] {
  return [...text.matchAll(masked)].flatMap(({ 0: whole, index }) => {
    const bare = whole.replace(/[ -]/g, '');
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
  return bare.length !== 18 || head.length < 8 || /^(?:18|19|20)$/.test(bare.slice(6, 8));
}

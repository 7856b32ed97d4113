import { closes, opens } from './spacing.ts';

/** Closing marks, and what only changes the sign before it: an accent, a chosen form, one more face. */
const noStart = /^[\p{M}\p{Emoji_Modifier}\u200d，。、；：！？”’）》】」』〉…—·％%‰℃～,.;:!?)\]]/u;
/** Half-width ones, and a face to which another is joined; the full-width ones `opens` knows. */
const noEnd = /[([{\u200d]$/;
const token =
  /[\p{Script=Latin}\p{Nd}][\p{Script=Latin}\p{Nd}\p{M}]*(?:[.,:/'’@_&+·-][\p{Script=Latin}\p{Nd}]+)*|——|……|\s+|./gsu;
const number = /^[\p{Nd}.,:]+$/u;
const unit = /^[年月日号时分秒元角户人家次个岁万亿千米级号期版页]$/u;

/**
 * A line of text as pieces between which it may break: Latin words and numbers stay whole (a number keeps its unit), no
 * piece begins with a closing mark or ends with an opening one.
 */
export function breakUnits(text: string): string[] {
  const units: string[] = [];
  for (const [piece] of text.matchAll(token)) {
    const last = units.at(-1);
    const glued =
      last !== undefined &&
      (noStart.test(piece) ||
        /^\s/u.test(piece) ||
        opens([...last].at(-1) ?? '') ||
        noEnd.test(last) ||
        (number.test(last) && unit.test(piece)));
    if (glued) units[units.length - 1] = last + piece;
    else units.push(piece);
  }
  return units;
}

/** Whether a clause ends with this piece, so that a title likes to break after it. */
export const endsClause = (piece: string): boolean => {
  const last = [...piece.trimEnd()].at(-1) ?? '';
  return closes(last) || last === '—' || last === '…';
};

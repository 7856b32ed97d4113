'use client';
import type { Place } from '../../../preview/place.ts';
import { giveCaret, point } from '../../saved/jump.ts';

/** Brings the field, or the editor's block, into view and marks it for a moment. @returns false when it is not on the page */
export function jumpTo({ block, field }: Place): boolean {
  const whole =
    field === 'body'
      ? document.querySelector('.rich-text-lexical .ContentEditable__root')
      : document.getElementById(`field-${field}`);
  const target = block === undefined ? whole : (whole?.children[block] ?? whole);
  if (!(target instanceof HTMLElement)) return false;
  point(target);
  if (field === 'body') putCaret(target);
  else giveCaret(target);
  return true;
}

function putCaret(block: HTMLElement): void {
  block.closest<HTMLElement>('.ContentEditable__root')?.focus({ preventScroll: true });
  const selection = getSelection();
  if (!selection) return;
  const range = document.createRange();
  range.selectNodeContents(block);
  range.collapse(true);
  selection.removeAllRanges();
  selection.addRange(range);
}

'use client';
import type { Place } from '../../../preview/place.ts';

/** Brings the field, or the editor's block, into view and marks it for a moment. @returns false when it is not on the page */
export function jumpTo({ block, field }: Place): boolean {
  const whole =
    field === 'body'
      ? document.querySelector('.rich-text-lexical .ContentEditable__root')
      : document.getElementById(`field-${field}`);
  const target = block === undefined ? whole : (whole?.children[block] ?? whole);
  if (!(target instanceof HTMLElement)) return false;
  target.scrollIntoView({ block: 'center' });
  target.animate(
    [
      { outline: '3px solid var(--cx-red)', outlineOffset: '4px' },
      { outline: '3px solid transparent', outlineOffset: '4px' },
    ],
    { duration: 2_500 },
  );
  if (field === 'body') putCaret(target);
  else
    (target.matches('input, textarea') ? target : target.querySelector<HTMLElement>('input, textarea, button'))?.focus({
      preventScroll: true,
    });
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

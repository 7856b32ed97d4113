'use client';

/** Brings the field at a path such as `phases.0.name` into view and puts the caret there. @returns false when it is not on the page */
export function jumpToField(path: string): boolean {
  const id = `field-${path.replaceAll('.', '__')}`;
  const label = document.querySelector<HTMLElement>(`label[for="${CSS.escape(id)}"]`);
  const target =
    document.getElementById(id) ??
    label?.closest<HTMLElement>('.field-type') ??
    (path === 'body' ? document.querySelector<HTMLElement>('.rich-text-lexical') : null);
  if (!target) return false;
  point(target);
  giveCaret(target);
  return true;
}

/** Brings it into view and marks it for a moment. */
export function point(target: HTMLElement): void {
  target.scrollIntoView({ block: 'center' });
  target.animate(
    [
      { outline: '3px solid var(--cx-red)', outlineOffset: '4px' },
      { outline: '3px solid transparent', outlineOffset: '4px' },
    ],
    { duration: 2_500 },
  );
}

/** To the field, or to the first thing in it that one can type into or press. */
export function giveCaret(target: HTMLElement): void {
  (target.matches('input, textarea')
    ? target
    : target.querySelector<HTMLElement>('input, textarea, [contenteditable="true"], button')
  )?.focus({ preventScroll: true });
}

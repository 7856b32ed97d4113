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
  target.scrollIntoView({ block: 'center' });
  target.animate(
    [
      { outline: '3px solid var(--cx-red)', outlineOffset: '4px' },
      { outline: '3px solid transparent', outlineOffset: '4px' },
    ],
    { duration: 2_500 },
  );
  (target.matches('input, textarea')
    ? target
    : target.querySelector<HTMLElement>('input, textarea, [contenteditable="true"], button')
  )?.focus({ preventScroll: true });
  return true;
}

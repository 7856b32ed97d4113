const cell = 'padding: 6px 8px; border: 1px solid #dcd9d0; font-size: 14px; text-align: left;';

/**
 * What each tag of an article looks like, as its `style` attribute. Plain block flow only: the platform drops
 * `position:absolute`, `background:url` and ids (channels.md §1 Draft). What every paragraph shares is inherited from the
 * section, since the limit of 20,000 characters counts styles too. Colours are those of the public site.
 */
export const articleStyle: Record<string, string> = {
  section: 'font-size: 16px; line-height: 1.9; color: #1b1d20;',
  p: 'margin: 0 0 1.1em;',
  h2: 'margin: 1.8em 0 .8em; padding-left: 10px; border-left: 4px solid #b3261e; font-size: 19px; line-height: 1.5;',
  h3: 'margin: 1.5em 0 .6em; font-size: 17px; line-height: 1.5;',
  img: 'display: block; max-width: 100%; margin: 0 auto 8px;',
  blockquote: 'margin: 0 0 1.1em; padding: 10px 14px; border-left: 3px solid #dcd9d0; background-color: #f3f1ea;',
  li: 'margin: 0 0 .5em;',
  table: 'width: 100%; border-collapse: collapse; margin: 0 0 1.1em;',
  th: cell,
  td: cell,
  hr: 'margin: 2em 0 1em; border: 0; border-top: 1px solid #dcd9d0;',
  span: 'font-size: 13px; color: #5f6369; word-break: break-all;',
  sup: 'font-size: 12px; color: #b3261e;',
};

/** A tag in the article's look, opened. */
export const styled = (tag: string): string => `<${tag} style="${articleStyle[tag] ?? ''}">`;

import { hasClass, styleOf, type SourceElement } from './source-node.ts';

/** h1–h6, Word's 标题 and 副标题, and paragraphs with an outline level; null for anything else. */
export function headingLevel(element: SourceElement): number | null {
  const tag = /^h([1-6])$/.exec(element.name);
  if (tag?.[1]) return Number(tag[1]);
  if (element.name !== 'p') return null;
  if (hasClass(element, /^MsoTitle/i)) return 1;
  if (hasClass(element, /^MsoSubtitle/i)) return 2;
  const named = /^(?:MsoHeading|Heading|标题)-?([1-6])$/i;
  const style = (element.attributes.class ?? '')
    .split(/\s+/)
    .map((part) => named.exec(part)?.[1])
    .find(Boolean);
  const outline = /^[1-6]$/.exec(styleOf(element, 'mso-outline-level'))?.[0];
  // Word Online names a heading's rank for screen readers.
  const aria = element.attributes.role === 'heading' ? element.attributes['aria-level'] : undefined;
  const level = style ?? outline ?? aria;
  return level ? Number(level) || 2 : null;
}

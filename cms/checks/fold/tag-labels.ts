/** What an attribute says of the words of its element: `<span title="身份证号">`, `<td data-label="…">`, `<img alt="…">`. */
export interface TagLabel {
  /** Where the tag begins in the source. */
  from: number;
  text: string;
}

const tag = /<[a-zA-Z][^<>]{0,2000}>/g;
const attribute = /\s(?:alt|title|summary|label|placeholder|aria-label|data-[a-z-]{1,30})\s*=\s*(?:"([^"]{1,60})"|'([^']{1,60})')/gi;

/** In order of place; tags without such an attribute are left out. Linear. */
export function tagLabels(source: string): TagLabel[] {
  if (!source.includes('<')) return [];
  return [...source.matchAll(tag)].flatMap(({ 0: whole, index }) => {
    const text = [...whole.matchAll(attribute)].map(([, double, single]) => double ?? single ?? '').join(' ');
    return text === '' ? [] : [{ from: index, text }];
  });
}

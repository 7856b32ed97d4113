/** What an attribute says of the words of its element: `<span title="身份证号">`, `<td data-label="…">`, `<img alt="…">`. */
export interface TagLabel {
  /** Where the tag begins in the source. */
  from: number;
  text: string;
}

const tag = /<[a-zA-Z][^<>]{0,2000}>/g;
const value = `\\s*=\\s*(?:"([^"]{1,300})"|'([^']{1,300})')`;
/** What a reader sees or hears. */
const seen = new RegExp(`\\s(?:alt|title|summary|label|placeholder|aria-label)${value}`, 'gi');
const any = new RegExp(`\\s(?:alt|title|summary|label|placeholder|aria-label|data-[a-z-]{1,30})${value}`, 'gi');

/** In order of place; tags without such an attribute are left out. Linear. */
export const tagLabels = (source: string): TagLabel[] => labels(source, any);

/** Only those that the public sees or hears: alternative texts, titles; not `data-…`, ids and comments. */
export const seenLabels = (source: string): TagLabel[] => labels(source, seen);

function labels(source: string, attribute: RegExp): TagLabel[] {
  if (!source.includes('<')) return [];
  return [...source.matchAll(tag)].flatMap(({ 0: whole, index }) => {
    const text = [...whole.matchAll(attribute)].map(([, double, single]) => double ?? single ?? '').join(' ');
    return text === '' ? [] : [{ from: index, text }];
  });
}

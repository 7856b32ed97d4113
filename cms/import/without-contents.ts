const tocStyle = /^(?:toc (?:\d|heading)|目录(?: ?\d|标题)?)$/i;

/** Ids of the styles that Word gives to its tables of contents; programs other than Word number them as they like. */
function tocStyles(stylesXml: string): Set<string> {
  const ids = new Set(['TOCHeading', ...Array.from({ length: 9 }, (_, i) => `TOC${i + 1}`)]);
  for (const [style] of stylesXml.matchAll(/<w:style\b[^>]*>.*?<\/w:style>/gs)) {
    const id = /w:styleId="([^"]*)"/.exec(style)?.[1];
    const name = /<w:name w:val="([^"]*)"/.exec(style)?.[1];
    if (id && name && tocStyle.test(name)) ids.add(id);
  }
  return ids;
}

/**
 * A document's text without its table of contents: pages have none, and its lines would stand in the story as text. Taken
 * out are whole paragraphs inside a TOC field (ECMA-376 part 1, §17.16.5.68), and those with its styles.
 * @param xml word/document.xml
 * @returns null when there is none
 */
export function withoutContents(xml: string, stylesXml: string): string | null {
  const styles = tocStyles(stylesXml);
  const kept: string[] = [];
  /** Fields that are open, the outermost first: true for a table of contents. */
  const fields: boolean[] = [];
  let from = 0;
  let found = false;
  for (const [start, end] of paragraphs(xml)) {
    const text = xml.slice(start, end);
    let inside = fields.includes(true);
    let instruction: string | null = null;
    let closed = 0;
    for (const { 0: whole, 1: kind, 2: words, index } of text.matchAll(
      /<w:fldChar\b[^>]*w:fldCharType="(begin|separate|end)"|<w:instrText\b[^>]*>([^<]*)/g,
    )) {
      if (kind === 'begin') fields.push(false);
      else if (kind === 'end' && fields.pop()) closed = index + whole.length;
      if (words !== undefined) instruction = (instruction ?? '') + words;
      if (words !== undefined && fields.length > 0 && /^\s*TOC\b/i.test(instruction ?? ''))
        fields[fields.length - 1] = inside = true;
      if (kind !== undefined) instruction = null;
    }
    // The text's own words stand behind its end in the same paragraph: rather a line too many than a line lost.
    if (closed > 0 && /<w:t[ >]/.test(text.slice(closed))) inside = false;
    if (!inside && !styles.has(/<w:pStyle w:val="([^"]*)"/.exec(text)?.[1] ?? '')) continue;
    kept.push(xml.slice(from, start));
    from = end;
    found = true;
  }
  return found ? kept.join('') + xml.slice(from) : null;
}

/** Where the outermost paragraphs begin and end; a text box holds paragraphs of its own inside one. */
function* paragraphs(xml: string): Generator<[number, number]> {
  let depth = 0;
  let start = 0;
  for (const match of xml.matchAll(/<w:p(?:\s[^>]*)?(\/)?>|<\/w:p>/g)) {
    if (match[0].startsWith('</')) {
      depth -= 1;
      if (depth === 0) yield [start, match.index + match[0].length];
    } else if (!match[0].endsWith('/>')) {
      if (depth === 0) start = match.index;
      depth += 1;
    }
  }
}

import render from 'dom-serializer';
import { DomUtils, parseDocument } from 'htmlparser2';
import { xmlText } from '../words/escape.ts';

/**
 * What the `rss` package wrote, put right: it stamps the minute of writing on every feed, so that no two are alike, and passes
 * on characters that XML forbids. The document is read as a tree and written again, so words that look like tags stay words.
 * @param built when the feed last changed; null where nobody knows, then nothing is said of it
 */
export function mendRss(xml: string, built: Date | null): string {
  // References stay as they are written: what is read is written again to the letter.
  const document = parseDocument(xml, { xmlMode: true, decodeEntities: false });
  clean(document.children);
  const channel = DomUtils.findOne(({ name }) => name === 'channel', document.children);
  const stamp = channel?.children.find((node) => 'name' in node && node.name === 'lastBuildDate');
  if (stamp && built === null) DomUtils.removeElement(stamp);
  else if (stamp && 'children' in stamp && built)
    for (const words of stamp.children) if ('data' in words) words.data = built.toUTCString();
  return `<?xml version="1.0" encoding="UTF-8"?>${render(
    document.children.filter((node) => 'attribs' in node),
    { xmlMode: true, encodeEntities: false },
  )}`;
}

function clean(nodes: ReturnType<typeof parseDocument>['children']): void {
  for (const node of nodes) {
    if ('data' in node) node.data = xmlText(node.data);
    if ('attribs' in node)
      for (const [name, value] of Object.entries(node.attribs)) node.attribs[name] = xmlText(value);
    if ('children' in node) clean(node.children);
  }
}

import { isRichText, pictureId, type RichNode } from './node.ts';

/**
 * What of a text reaches readers, without the editor's own bookkeeping: opening a story and saving it unchanged must not
 * count as an edit. Everything that `richTextToHtml` looks at is kept.
 */
export function essenceOf(body: unknown): unknown {
  return isRichText(body) ? essence(body.root) : null;
}

function essence(node: RichNode): unknown {
  const { type, text, tag, listType, headerState } = node;
  return {
    type,
    text,
    tag,
    listType,
    headerState,
    format: typeof node.format === 'number' && node.format !== 0 ? node.format : null,
    start: node.start !== undefined && node.start > 1 ? node.start : null,
    colSpan: (node.colSpan ?? 1) > 1 ? node.colSpan : null,
    rowSpan: (node.rowSpan ?? 1) > 1 ? node.rowSpan : null,
    url: node.fields?.url,
    picture: pictureId(node),
    children: node.children?.map(essence),
  };
}

import { escapeHtml } from './escape.ts';
import type { PastedBlock, PastedCell } from './paste/block.ts';
import { readBlocks } from './paste/read-blocks.ts';
import { readHtml, type SourceElement } from './paste/source-node.ts';

export interface CleanPaste {
  /** h2, h3, p, ul, ol, li, table, blockquote, hr, img with a `data:` address, strong, em, a, br: nothing else, no attribute of looks. */
  html: string;
  /** Pictures that the clipboard names without bringing them: the writer must upload them. */
  lostPictures: number;
}

/**
 * What Word, WPS, Word Online or a web page put on the clipboard, as the editor takes it: headings, lists, tables and
 * pictures are kept; styles, conditional comments, deleted and hidden passages, comments and field codes are gone. Pure.
 * @param pictures `data:` addresses of the pictures in order, for sources that name files of the writer's machine; null
 * where a picture's format is none the desk takes
 */
export function cleanWord(html: string, pictures: readonly (string | null)[] = []): CleanPaste {
  let lostPictures = 0;
  let next = 0;
  const pictureOf = ({ attributes }: SourceElement): string | null => {
    const src = (attributes.src ?? '').trim();
    const own = /^data:image\/(png|jpe?g|gif|webp);base64,[A-Za-z0-9+/=\s]+$/i.test(src) ? src.replace(/\s+/g, '') : null;
    const known = own ?? (/^(file:|cid:|blob:|about:|$)/i.test(src) || !/^\w+:/.test(src) ? (pictures[next++] ?? null) : null);
    if (!known) lostPictures += 1;
    return known;
  };
  const blocks = ranked(readBlocks(readHtml(fragment(html)), pictureOf));
  return { html: write(blocks), lostPictures };
}

/** Browsers mark what was really copied. */
function fragment(html: string): string {
  const body = /<!--\s*StartFragment\s*-->([\s\S]*?)<!--\s*EndFragment\s*-->/i.exec(html)?.[1] ?? html;
  // Word's visible conditionals (`<![if !supportLists]>`) are no HTML: their content counts.
  return body.replace(/<!\[(?:if [^\]]*|endif)\]>/gi, '').replace(/<\?xml[^>]*>/gi, '');
}

/** The title is a field of its own: the highest rank in the text becomes h2, all others h3. */
function ranked(blocks: PastedBlock[]): PastedBlock[] {
  const highest = Math.min(...blocks.map((block) => (block.kind === 'heading' ? block.level : 9)));
  return blocks.map((block) => (block.kind === 'heading' ? { ...block, level: block.level === highest ? 2 : 3 } : block));
}

type Item = Extract<PastedBlock, { kind: 'item' }>;

function write(blocks: PastedBlock[]): string {
  let html = '';
  for (let i = 0; i < blocks.length; ) {
    const block = blocks[i];
    if (!block) break;
    if (block.kind === 'item') {
      const end = blocks.findIndex((other, j) => j > i && other.kind !== 'item');
      const items = blocks.slice(i, end < 0 ? undefined : end) as Item[];
      html += writeList(items);
      i += items.length;
    } else {
      html += writeBlock(block);
      i += 1;
    }
  }
  return html;
}

/** Items of one rank and kind are one list; deeper ones lie in the item before them. */
function writeList(items: Item[]): string {
  const depth = Math.min(...items.map((item) => item.depth));
  let html = '';
  let open: 'ul' | 'ol' | null = null;
  for (let i = 0; i < items.length; ) {
    const item = items[i] as Item;
    let end = i + 1;
    if (item.depth === depth) while (end < items.length && (items[end] as Item).depth > depth) end += 1;
    else while (end < items.length && (items[end] as Item).depth > depth) end += 1;
    const below = items.slice(item.depth === depth ? i + 1 : i, end);
    const tag: 'ul' | 'ol' = item.depth === depth ? (item.ordered ? 'ol' : 'ul') : (open ?? 'ul');
    if (tag !== open) {
      html += `${open ? `</${open}>` : ''}<${tag}${tag === 'ol' && item.start > 1 ? ` start="${item.start}"` : ''}>`;
      open = tag;
    }
    html += `<li>${item.depth === depth ? item.html : ''}${below.length > 0 ? writeList(below) : ''}</li>`;
    i = end;
  }
  return `${html}</${open}>`;
}

function writeBlock(block: Exclude<PastedBlock, Item>): string {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level}>${block.html}</h${block.level}>`;
    case 'paragraph':
      return `<p>${block.html}</p>`;
    case 'quote':
      return `<blockquote>${block.html}</blockquote>`;
    case 'rule':
      return '<hr>';
    case 'picture':
      return `<img src="${escapeHtml(block.src)}">`;
    case 'table':
      return `<table><tbody>${block.rows.map((cells) => `<tr>${cells.map(writeCell).join('')}</tr>`).join('')}</tbody></table>`;
  }
}

function writeCell({ colSpan, header, lines, rowSpan }: PastedCell): string {
  const tag = header ? 'th' : 'td';
  const spans = `${colSpan > 1 ? ` colspan="${colSpan}"` : ''}${rowSpan > 1 ? ` rowspan="${rowSpan}"` : ''}`;
  return `<${tag}${spans}>${lines.map((line) => `<p>${line}</p>`).join('')}</${tag}>`;
}

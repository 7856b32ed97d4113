import { escapeHtml } from './escape.ts';
import type { SourcePicture } from './from-html/block.ts';
import { readRich } from './from-html/read.ts';
import { settle } from './from-html/settle.ts';
import { readHtml } from './from-html/source-node.ts';
import { pasteHtml } from './paste-html.ts';

export interface CleanPaste {
  /** h2, h3, p, ul, ol, li, table, blockquote, hr, img with a `data:` address, strong, em, a, br: nothing else, no attribute of looks. */
  html: string;
  /** Pictures that the clipboard names without bringing them: the writer must upload them. */
  lostPictures: number;
  /** What else was left out or changed, a sentence each; absent when nothing was. */
  notes?: string[];
}

/**
 * What Word, WPS, Word Online or a web page put on the clipboard, as the editor takes it: headings, lists, tables and
 * pictures are kept; styles, conditional comments, deleted and hidden passages, comments and field codes are gone. Pure.
 * @param pictures `data:` addresses of the pictures in order, for sources that name files of the writer's machine; null
 * where a picture's format is none the desk takes
 */
export function cleanWord(html: string, pictures: readonly (string | null)[] = []): CleanPaste {
  const read = readRich(readHtml(fragment(html)));
  const { blocks, notes } = settle(read.blocks);
  let next = 0;
  const found = read.pictures.map((picture) => known(picture, () => pictures[next++] ?? null));
  const clean = pasteHtml(blocks, ({ value }) => {
    const index = Number(/\d+$/.exec(String(value))?.[0] ?? -1);
    const under = read.pictures[index]?.caption;
    const src = found[index];
    return `${src ? `<img src="${escapeHtml(src)}">` : ''}${under ? `<p>${escapeHtml(under)}</p>` : ''}`;
  });
  return {
    html: clean,
    lostPictures: found.filter((src) => src === null).length,
    ...(notes.length > 0 ? { notes } : {}),
  };
}

/** A picture's bytes: in the page, or beside it for those that name files of the writer's machine. */
function known({ ref }: SourcePicture, fromBeside: () => string | null): string | null {
  if (/^data:image\/(png|jpe?g|gif|webp);base64,[A-Za-z0-9+/=\s]+$/i.test(ref)) return ref.replace(/\s+/g, '');
  return /^(file:|cid:|blob:|about:|$)/i.test(ref) || !/^\w+:/.test(ref) ? fromBeside() : null;
}

/** Browsers mark what was really copied. */
const fragment = (html: string): string =>
  /<!--\s*StartFragment\s*-->([\s\S]*?)<!--\s*EndFragment\s*-->/i.exec(html)?.[1] ?? html;

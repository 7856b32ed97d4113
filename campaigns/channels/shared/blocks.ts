import { decodeHTML } from 'entities';
import sanitizeHtml from 'sanitize-html';

/** A paragraph-like piece of a story, for formats that are not HTML. */
export type Block =
  | { kind: 'heading'; level: 2 | 3; text: string }
  | { kind: 'paragraph' | 'quote'; text: string }
  | ({ kind: 'item'; text: string } & Item)
  | { kind: 'picture'; imageId: string };

/** Where a piece of a list stands. */
export interface Item {
  /** 0 for a list, 1 for one inside an item of it … */
  depth: number;
  /** Which list of the text it is, from 0. */
  list: number;
  /** As readers count: 1, 2, 3 …, from the list's own beginning; null in a list without numbers. */
  number: number | null;
  /** A further paragraph of the same item: it has no mark of its own. */
  goesOn: boolean;
}

/** What stands before an item in plain text: `3. `, `• `, or nothing where the item only goes on. */
export const markOf = ({ goesOn, number }: Item): string => (goesOn ? '' : number === null ? '• ' : `${number}. `);

/** A text as plain lines, paragraphs parted by a blank line; ordered lists keep their numbers, other items their words alone. */
export const numberedText = (html: string): string =>
  blocksOf(html)
    .flatMap((block) =>
      block.kind === 'picture'
        ? []
        : [block.kind === 'item' && block.number !== null ? markOf(block) + block.text : block.text],
    )
    .join('\n\n');

/** A release's plain text for a file: as it was signed, and with the numbers of its ordered lists, which the signed text has not. */
export const withNumbers = ({ html, text }: { html: string; text: string }): string =>
  /<ol\b/i.test(html) ? numberedText(html) : text;

const kinds: Record<string, (text: string) => Block> = {
  h2: (text) => ({ kind: 'heading', level: 2, text }),
  h3: (text) => ({ kind: 'heading', level: 3, text }),
  blockquote: (text) => ({ kind: 'quote', text }),
};

/** Splits story HTML into blocks in reading order; empty ones are left out, cells of a table row are joined by “｜”. */
export function blocksOf(html: string): Block[] {
  const clean = sanitizeHtml(html, {
    allowedTags: ['h2', 'h3', 'p', 'ol', 'ul', 'li', 'blockquote', 'tr', 'td', 'th', 'br', 'img'],
    allowedAttributes: { img: ['data-media'], ol: ['start'], li: ['value'] },
  });
  const blocks: Block[] = [];
  const open: string[] = [];
  const lists: { list: number; next: number | null; told: boolean }[] = [];
  let count = 0;
  let text = '';
  const flush = () => {
    const words = decodeHTML(text)
      .replace(/[ \t]+/g, ' ')
      .replace(/^[\s｜]+|[\s｜]+$/g, '');
    text = '';
    if (!words) return;
    const kind = open.findLast((tag) => tag === 'li' || kinds[tag]);
    const list = lists.at(-1);
    if (kind === 'li' && list) {
      blocks.push({
        kind: 'item',
        text: words,
        depth: lists.length - 1,
        list: list.list,
        number: list.next,
        goesOn: list.told,
      });
      list.told = true;
    } else blocks.push(kind ? (kinds[kind]?.(words) ?? paragraph(words)) : paragraph(words));
  };
  for (const token of clean.split(/(<[^>]+>)/)) {
    const tag = /^<(\/?)([a-z0-9]+)/.exec(token);
    if (!tag) text += token;
    else if (tag[2] === 'br') text += '\n';
    else if (tag[2] === 'td' || tag[2] === 'th') text += tag[1] ? '' : '｜';
    else {
      flush();
      const picture = /data-media="([^"]+)"/.exec(token);
      if (picture?.[1]) blocks.push({ kind: 'picture', imageId: decodeHTML(picture[1]) });
      else if (tag[1]) {
        open.splice(open.lastIndexOf(tag[2] ?? ''), 1);
        if (tag[2] === 'ol' || tag[2] === 'ul') lists.pop();
        const list = tag[2] === 'li' ? lists.at(-1) : undefined;
        if (list && list.next !== null) list.next += 1;
      } else if (tag[2] !== 'img') {
        open.push(tag[2] ?? '');
        const given = Number(/(?:start|value)="(\d{1,6})"/.exec(token)?.[1] ?? Number.NaN);
        if (tag[2] === 'ol' || tag[2] === 'ul')
          lists.push({ list: count++, next: tag[2] === 'ol' ? given || 1 : null, told: false });
        const list = tag[2] === 'li' ? lists.at(-1) : undefined;
        if (list) list.told = false;
        if (list && list.next !== null && given) list.next = given;
      }
    }
  }
  flush();
  return blocks;
}

const paragraph = (text: string): Block => ({ kind: 'paragraph', text });

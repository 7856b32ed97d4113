import sanitizeHtml from 'sanitize-html';

/** A paragraph-like piece of a story, for formats that are not HTML. */
export type Block =
  | { kind: 'heading'; level: 2 | 3; text: string }
  | { kind: 'paragraph' | 'item' | 'quote'; text: string }
  | { kind: 'picture'; imageId: string };

const kinds: Record<string, (text: string) => Block> = {
  h2: (text) => ({ kind: 'heading', level: 2, text }),
  h3: (text) => ({ kind: 'heading', level: 3, text }),
  li: (text) => ({ kind: 'item', text }),
  blockquote: (text) => ({ kind: 'quote', text }),
};

/** Splits story HTML into blocks in reading order; empty ones are left out, cells of a table row are joined by “｜”. */
export function blocksOf(html: string): Block[] {
  const clean = sanitizeHtml(html, {
    allowedTags: ['h2', 'h3', 'p', 'li', 'blockquote', 'tr', 'td', 'th', 'br', 'img'],
    allowedAttributes: { img: ['data-media'] },
  });
  const blocks: Block[] = [];
  const open: string[] = [];
  let text = '';
  const flush = () => {
    const words = decode(text).replace(/[ \t]+/g, ' ').replace(/^[\s｜]+|[\s｜]+$/g, '');
    const kind = open.findLast((tag) => kinds[tag]);
    if (words) blocks.push(kind ? (kinds[kind]?.(words) ?? paragraph(words)) : paragraph(words));
    text = '';
  };
  for (const token of clean.split(/(<[^>]+>)/)) {
    const tag = /^<(\/?)([a-z0-9]+)/.exec(token);
    if (!tag) text += token;
    else if (tag[2] === 'br') text += '\n';
    else if (tag[2] === 'td' || tag[2] === 'th') text += tag[1] ? '' : '｜';
    else {
      flush();
      const picture = /data-media="([^"]+)"/.exec(token);
      if (picture?.[1]) blocks.push({ kind: 'picture', imageId: decode(picture[1]) });
      else if (tag[1]) open.splice(open.lastIndexOf(tag[2] ?? ''), 1);
      else if (tag[2] !== 'img') open.push(tag[2] ?? '');
    }
  }
  flush();
  return blocks;
}

const paragraph = (text: string): Block => ({ kind: 'paragraph', text });

const entities: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&', '&nbsp;': ' ' };

const decode = (text: string): string => text.replace(/&(?:lt|gt|quot|amp|nbsp);/g, (entity) => entities[entity] ?? entity);

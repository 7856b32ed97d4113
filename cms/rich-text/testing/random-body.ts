import type { Random } from '../../../campaigns/calendar/testing/random.ts';
import { block, linebreak, linkNode, listItem, tableCell, textNode, upload } from '../make.ts';
import type { RichNode, RichText } from '../node.ts';

/** A text put together by chance, of everything that the editor can hold. */
export interface RandomBody {
  body: RichText;
  /** Every word that it shows, in reading order; each is there once. */
  words: string[];
  /** Its pictures: id and what stands in for them. */
  pictures: Map<string, { alt: string; caption: string | null }>;
}

const signs = ['', '', '', '<b>', '&amp;', '"', "'", '<script>x()</script>', '𠮷', ' ', 'é', '％', '{{', '`', '\\'];
const addresses = [
  'https://a.example/x?a=1&b="2"',
  'http://b.example/',
  'mailto:a@b.example',
  'tel:+860839',
  '/s/1',
  '/c/news/',
];

/** @param random decides everything: the same seed gives the same text */
export function randomBody(random: Random): RandomBody {
  const words: string[] = [];
  const pictures: RandomBody['pictures'] = new Map();
  const say = (): string => {
    const word = `词${words.length + 1}号${random.pick(signs).trim()}`;
    words.push(word);
    return word;
  };
  const text = (): RichNode => textNode(say(), random.pick([0, 0, 0, 1, 2, 3]));
  const inline = (): RichNode[] =>
    Array.from({ length: random.int(1, 4) }, (_, i) => {
      if (i > 0 && random.chance(0.15)) return [linebreak(), text()];
      return [random.chance(0.2) ? linkNode(random.pick(addresses), [text()]) : text()];
    }).flat();
  const paragraph = (): RichNode => block('paragraph', inline());
  const list = (depth: number): RichNode => {
    const ordered = random.chance(0.5);
    const items: RichNode[] = [];
    for (let n = random.int(1, 4); n > 0; n -= 1) {
      items.push(listItem(inline(), items.length + 1));
      if (depth < 3 && random.chance(0.3)) items.push(listItem([list(depth + 1)], items.length + 1));
    }
    return block('list', items, {
      listType: ordered ? 'number' : 'bullet',
      tag: ordered ? 'ol' : 'ul',
      start: ordered ? random.int(1, 5) : 1,
    });
  };
  const picture = (): RichNode => {
    const id = `p${pictures.size + 1}`;
    pictures.set(id, { alt: `一张“${random.pick(signs)}”图`, caption: random.chance(0.5) ? say() : null });
    return upload(id);
  };
  const blocks = [
    paragraph,
    paragraph,
    () => block('heading', inline(), { tag: random.pick(['h2', 'h3']) }),
    () => block('quote', inline()),
    () => list(1),
    () => randomTable(random, inline),
    () => ({ type: 'horizontalrule', version: 1 }),
    picture,
    () => block('paragraph', []),
  ];
  return {
    body: {
      root: block(
        'root',
        Array.from({ length: random.int(1, 8) }, () => random.pick(blocks)()),
      ),
    },
    words,
    pictures,
  };
}

/** A table whose cells cover a grid without a gap, spans of both directions among them, rows too in which none begins; never one cell alone, which is a frame. */
function randomTable(random: Random, inline: () => RichNode[]): RichNode {
  const [height, width] = [random.int(1, 5), random.int(2, 5)];
  const taken = Array.from({ length: height }, () => Array.from({ length: width }, () => false));
  const headed = random.chance(0.5);
  const free = (y: number, x: number, w: number): boolean => taken[y]?.slice(x, x + w).every((one) => !one) ?? false;
  const rows = taken.map((row, y) => {
    const cells: RichNode[] = [];
    for (let x = 0; x < width; x += 1) {
      if (row[x]) continue;
      let [w, h] = [1, 1];
      while (x + w < width && w + 1 < width && free(y, x, w + 1) && random.chance(0.2)) w += 1;
      while (y + h < height && free(y + h, x, w) && random.chance(0.2)) h += 1;
      for (let dy = 0; dy < h; dy += 1) for (let dx = 0; dx < w; dx += 1) (taken[y + dy] ?? [])[x + dx] = true;
      cells.push({ ...tableCell([block('paragraph', inline())], headed && y === 0), colSpan: w, rowSpan: h });
    }
    return block('tablerow', cells);
  });
  return block('table', rows);
}

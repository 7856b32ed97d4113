import { parseDocument } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../campaigns/calendar/testing/random.ts';
import { essenceOf } from './essence.ts';
import { readRich } from './from-html/read.ts';
import { settle } from './from-html/settle.ts';
import { parse, readHtml, type Parsed } from './from-html/source-node.ts';
import { htmlToText } from './html-text.ts';
import { linkNode, block, textNode } from './make.ts';
import type { RichNode } from './node.ts';
import { pasteHtml } from './paste-html.ts';
import { plainLines } from './plain-lines.ts';
import { gridOf, type GridCell } from './testing/grid.ts';
import { randomBody, type RandomBody } from './testing/random-body.ts';
import { richTextToHtml } from './to-html.ts';

const seeds = Array.from({ length: 250 }, (_, i) => i + 1);
const samples = seeds.map((seed): RandomBody & { seed: number; html: string } => {
  const made = randomBody(createRandom(seed));
  return { ...made, seed, html: richTextToHtml(made.body, made.pictures) };
});
const bare = (text: string): string => text.replace(/\s/g, '');
const tags = (html: string): Parsed[] => {
  const found: Parsed[] = [];
  const walk = (nodes: readonly Parsed[]) =>
    nodes.forEach((node) => {
      if (node.name) found.push(node);
      walk(node.children ?? []);
    });
  walk(parse(html));
  return found;
};
const wordsIn = (node: Parsed): string => node.data ?? (node.children ?? []).map(wordsIn).join('');
const named = (node: Parsed, ...names: string[]): Parsed[] =>
  (node.children ?? []).filter(({ name }) => names.includes(name ?? ''));

const pageGrids = (html: string): string[][][] => {
  const cell = ({ attribs = {}, ...rest }: Parsed): GridCell => ({
    words: bare(wordsIn(rest)),
    colSpan: Number(attribs.colspan ?? 1),
    rowSpan: Number(attribs.rowspan ?? 1),
  });
  return tags(html)
    .filter(({ name }) => name === 'table')
    .map((table) =>
      gridOf(
        named(table, 'thead', 'tbody').map((part) => named(part, 'tr').map((row) => named(row, 'td', 'th').map(cell))),
      ),
    );
};
const stateGrid = (table: RichNode): string[][] =>
  gridOf([
    (table.children ?? []).map((row) =>
      (row.children ?? []).map((one) => ({
        words: bare(plainLines({ root: one }).join('')),
        colSpan: one.colSpan ?? 1,
        rowSpan: one.rowSpan ?? 1,
      })),
    ),
  ]);

/** What may stand in what, as HTML has it; everything else would be moved or closed by a browser. */
const inside: Record<string, RegExp> = {
  p: /^(?:br|strong|em|a)$/,
  h2: /^(?:br|strong|em|a)$/,
  h3: /^(?:br|strong|em|a)$/,
  strong: /^em$/,
  em: /^$/,
  a: /^(?:strong|em)$/,
  br: /^$/,
  hr: /^$/,
  img: /^$/,
  figcaption: /^$/,
  ul: /^li$/,
  ol: /^li$/,
  li: /^(?:br|strong|em|a|ul|ol)$/,
  blockquote: /^p$/,
  figure: /^(?:img|figcaption)$/,
  table: /^(?:thead|tbody)$/,
  thead: /^tr$/,
  tbody: /^tr$/,
  tr: /^t[dh]$/,
  td: /^(?:br|strong|em|a)$/,
  th: /^(?:br|strong|em|a)$/,
};

describe('whatever the editor holds', () => {
  it('is HTML that is closed, nested as HTML has it, and says only what pages draw', () => {
    for (const { html, seed } of samples) {
      const wrong = tags(html).flatMap(({ attribs = {}, children = [], name = '' }) => [
        ...(inside[name]
          ? children.flatMap((child) =>
              child.name && !inside[name]?.test(child.name) ? [`${child.name} in ${name}`] : [],
            )
          : [`${name}`]),
        ...Object.keys(attribs).filter((one) => !/^(?:href|start|colspan|rowspan|alt|data-media)$/.test(one)),
      ]);
      expect({ seed, wrong }).toEqual({ seed, wrong: [] });
      // Written out again by a parser it is the same: nothing was left open, nothing closed twice.
      const open = html.match(/<(?!\/|br|hr|img)[a-z]/g)?.length ?? 0;
      expect({ seed, closed: html.match(/<\//g)?.length ?? 0 }).toEqual({ seed, closed: open });
    }
  });

  it('shows every word once, in order, whatever signs of HTML it holds', () => {
    for (const { html, seed, words } of samples) {
      const text = bare(wordsIn({ type: 'root', children: parse(html) }));
      expect({ seed, text }).toEqual({ seed, text: bare(words.join('')) });
      expect({ seed, text: bare(htmlToText(html)).replaceAll('｜', '') }).toEqual({ seed, text: bare(words.join('')) });
    }
  });

  it('as plain lines it says the same, captions of pictures aside', () => {
    for (const { body, pictures, seed, words } of samples) {
      const captions = new Set([...pictures.values()].map(({ caption }) => caption));
      expect({ seed, text: bare(plainLines(body).join('')).replaceAll('｜', '') }).toEqual({
        seed,
        text: bare(words.filter((word) => !captions.has(word)).join('')),
      });
    }
  });

  it('each word of a table stands where the writer put it, also after it was read again', () => {
    for (const { body, html, seed } of samples) {
      const meant = (body.root.children ?? []).filter(({ type }) => type === 'table').map(stateGrid);
      expect({ seed, shown: pageGrids(html) }).toEqual({ seed, shown: meant });
      const read = settle(readRich(readHtml(html)).blocks).blocks.filter(({ type }) => type === 'table');
      // Rows in which no cell begins look like the one above and go.
      const lines = (grid: string[][]) => grid.filter((row, i) => i === 0 || row.join() !== grid[i - 1]?.join());
      expect({ seed, read: read.map(stateGrid) }).toEqual({ seed, read: meant.map(lines) });
    }
  });

  it('is the same after it was read again, from the page and from the clipboard: every word in its block, with its looks and its link', () => {
    const again = (html: string): string =>
      richTextToHtml({ root: block('root', settle(readRich(readHtml(html)).blocks).blocks) }, new Map());
    for (const { body, seed } of samples) {
      // Pictures are another's matter: their bytes do not travel in HTML.
      const children = (body.root.children ?? []).filter(({ type }) => type !== 'upload');
      const html = richTextToHtml({ root: { ...body.root, children } }, new Map());
      const page = again(html);
      expect({ seed, runs: runsOf(page) }).toEqual({ seed, runs: runsOf(html) });
      expect({ seed, twice: runsOf(again(page)) }).toEqual({ seed, twice: runsOf(html) });
      expect({ seed, clipboard: again(pasteHtml(children, () => null)) }).toEqual({ seed, clipboard: page });
    }
  });

  it('what counts as the same text is the same HTML, and every change of the HTML is a change of the text', () => {
    const random = createRandom(7);
    for (const { body, html, pictures, seed } of samples) {
      const kept = structuredClone(body);
      bookkeeping(kept.root);
      expect({ seed, essence: essenceOf(kept) }).toEqual({
        seed,
        essence: JSON.parse(JSON.stringify(essenceOf(body))),
      });
      expect({ seed, html: richTextToHtml(kept, pictures) }).toEqual({ seed, html });
      const changed = structuredClone(body);
      change(changed.root, random);
      if (richTextToHtml(changed, pictures) !== html)
        expect({ seed, essence: JSON.stringify(essenceOf(changed)) }).not.toEqual({
          seed,
          essence: JSON.stringify(essenceOf(body)),
        });
    }
  });
});

/** Runs of words with all that a reader sees of them, in order. Headings are bold by themselves; of the site's own paths a foreign page means others. */
function runsOf(html: string): { text: string; look: string }[] {
  const runs: { text: string; look: string }[] = [];
  const walk = (node: Parsed, place: string, looks: ReadonlySet<string>) => {
    const { attribs = {}, name = '' } = node;
    const inner = new Set(looks);
    if (/^(?:strong|em)$/.test(name) && !place.includes('h')) inner.add(name);
    if (name === 'a' && !attribs.href?.startsWith('/')) inner.add(attribs.href ?? '');
    const there = /^h[23]$/.test(name)
      ? 'h'
      : /^(?:li|ul|ol|t[dh]|blockquote)$/.test(name)
        ? `${place} ${name}`
        : place;
    if (node.data !== undefined && node.data !== '') {
      const look = `${there} ${[...inner].sort().join(' ')}`;
      const last = runs.at(-1);
      if (last?.look === look) last.text += node.data;
      else runs.push({ text: node.data, look });
    }
    node.children?.forEach((child) => walk(child, there, inner));
  };
  parse(html).forEach((node) => walk(node, '', new Set()));
  return runs;
}

function bookkeeping(node: RichNode): void {
  Object.assign(node, { direction: 'rtl', indent: 3, version: 9, style: 'color:red', key: 'x' });
  node.children?.forEach(bookkeeping);
}

function change(root: RichNode, random: ReturnType<typeof createRandom>): void {
  const all: RichNode[] = [];
  const walk = (node: RichNode) => {
    all.push(node);
    node.children?.forEach(walk);
  };
  walk(root);
  const node = random.pick(all);
  const changes: Record<string, () => void> = {
    text: () =>
      Object.assign(node, random.pick([{ text: `${node.text}。` }, { format: 1 }, { format: 2 }, { format: 0 }])),
    heading: () => Object.assign(node, { tag: 'h3' }),
    list: () => Object.assign(node, random.pick([{ listType: 'bullet' }, { listType: 'number' }, { start: 7 }])),
    link: () => Object.assign(node, { fields: { ...node.fields, url: 'https://other.example/' } }),
    tablecell: () =>
      Object.assign(node, random.pick([{ headerState: 1 }, { headerState: 0 }, { colSpan: 2 }, { rowSpan: 2 }])),
    upload: () => Object.assign(node, { value: 'p1' }),
  };
  (changes[node.type] ?? (() => node.children?.pop()))();
}

it.each([
  'javascript:x()',
  'JAVASCRIPT:x()',
  ' javascript:x()',
  'java\tscript:x()',
  'data:text/html,x',
  'vbscript:x',
  'file:///etc/passwd',
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  '/\n\\evil.example',
  '\\\\evil.example',
  'https:evil.example',
  'http:/evil.example',
  '',
])('an address that leads astray (%j) is no link, in whatever way it came in, and its words stay', (url) => {
  const html = richTextToHtml(
    { root: block('root', [block('paragraph', [linkNode(url, [textNode('点我')])])]) },
    new Map(),
  );
  for (const href of parseDocument(html)
    .children.flatMap((p) => ('children' in p ? p.children : []))
    .flatMap((a) => ('attribs' in a ? [a.attribs.href ?? ''] : []))) {
    expect(new URL(href, 'https://own.example/').origin).toBe('https://own.example');
  }
  expect(html.replace(/<[^>]+>/g, '')).toBe('点我');
});

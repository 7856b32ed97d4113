import { readRich } from '../rich-text/from-html/read.ts';
import { parse, sourceOf, type Parsed } from '../rich-text/from-html/source-node.ts';
import { bodyOf } from './body-of.ts';
import { dayIn } from './byline.ts';
import type { OldStory } from './old-story.ts';
import { sheetHidden } from './sheet-hidden.ts';

/** Where the usual builders of government sites put the text, the surest first. */
const holders = [
  (el: El) => ['UCAP-CONTENT', 'zoom', 'Zoom', 'article-content', 'artibody'].includes(el.attribs.id ?? ''),
  (el: El) =>
    /(?:^|\s)(?:TRS_Editor|TRS_UEDITOR|pages_content|article-content|article_content|news_content|content-text)(?:\s|$)/.test(
      el.attribs.class ?? '',
    ),
  (el: El) => el.name === 'article',
  (el: El) => el.name === 'main' || el.attribs.role === 'main',
];
const around = new Set(['header', 'footer', 'nav', 'aside']);

type El = Parsed & { name: string; attribs: Record<string, string>; children: Parsed[] };
const isElement = (node: Parsed): node is El =>
  node.name !== undefined && node.attribs !== undefined && node.children !== undefined;
/** `convert` has refused deeper ones. */
const deepest = 1_000;
const trimmed = '只取了网页的正文，导航、页眉、页脚等没有带入：请核对正文是否完整。';

/** A saved web page. Government sites state title, date and source in `meta` (政府网站发展指引). */
export function readHtml(html: string, fallbackTitle: string): OldStory {
  const tree = parse(html);
  const all = flatten(tree);
  const metas = new Map(
    all
      .filter(({ name }) => name === 'meta')
      .map(({ attribs }) => [(attribs.name ?? attribs.property ?? '').toLowerCase(), (attribs.content ?? '').trim()]),
  );
  const meta = (...names: string[]) => names.map((name) => metas.get(name)).find((text) => text) ?? null;
  const h1 = all.find(({ name }) => name === 'h1');
  const pageTitle = all.find(({ name }) => name === 'title');
  const stated =
    meta('articletitle', 'og:title') ??
    (h1 && plainText(h1).trim()) ??
    (pageTitle
      ? plainText(pageTitle)
          .split(/[_|｜]|\s[-–—]\s/)[0]
          ?.trim()
      : null);
  sheetHidden(all.filter(({ name }) => name === 'style').map(plainText), all);
  const holder = withoutMenus(textHolder(all, tree));
  const body = bodyOf(readRich(sourceOf(holder, deepest)), stated || null, fallbackTitle);
  return {
    ...body,
    summary: meta('description', 'og:description'),
    publishedOn: dayIn(meta('pubdate', 'article:published_time', 'publishdate')) ?? body.publishedOn,
    source: meta('contentsource') ?? body.source,
    sourceUrl:
      webAddress(meta('url', 'og:url')) ??
      webAddress(all.find(({ attribs, name }) => name === 'link' && attribs.rel === 'canonical')?.attribs.href ?? null),
    author: meta('author') ?? body.author,
    tags: (meta('keywords') ?? '').split(/[,，;；、\s]+/).filter(Boolean),
    notes: leavesWords(tree, holder, h1) ? [trimmed, ...body.notes] : body.notes,
  };
}

function textHolder(all: readonly El[], tree: readonly Parsed[]): Parsed[] {
  for (const fits of holders) {
    const found = all.find((el) => fits(el) && plainText(el).trim().length > 0);
    if (found) return found.children;
  }
  const inner = all.find(({ name }) => name === 'body')?.children ?? tree;
  return inner.filter((node) => !isElement(node) || !around.has(node.name));
}

/** Without recursion: hostile pages nest without end. */
function flatten(nodes: readonly Parsed[]): El[] {
  const found: El[] = [];
  const open = [...nodes].reverse();
  for (let node = open.pop(); node; node = open.pop()) {
    if (!isElement(node)) continue;
    found.push(node);
    for (let i = node.children.length - 1; i >= 0; i -= 1) {
      const child = node.children[i];
      if (child) open.push(child);
    }
  }
  return found;
}

const plainText = (node: Parsed): string =>
  node.type === 'text' ? (node.data ?? '') : (node.children ?? []).map(plainText).join('');
const withoutMenus = (nodes: readonly Parsed[]): Parsed[] =>
  nodes
    .filter(({ name }) => name !== 'nav')
    .map((node) => (node.children ? { ...node, children: withoutMenus(node.children) } : node));

const silent = /^(?:script|style|head|title|noscript|template)$/;
const seen = (nodes: readonly Parsed[]): number =>
  nodes.reduce(
    (sum, node) =>
      sum +
      (node.type === 'text'
        ? (node.data ?? '').replace(/\s+/g, '').length
        : silent.test(node.name ?? '')
          ? 0
          : seen(node.children ?? [])),
    0,
  );

/** Whether the page shows words that are neither in what was taken for its text nor its title. */
function leavesWords(page: readonly Parsed[], holder: readonly Parsed[], title: El | undefined): boolean {
  const isOutside = title && !flatten(holder).some(({ attribs }) => attribs === title.attribs);
  return seen(page) - seen(holder) - (isOutside ? seen([title]) : 0) > 0;
}

const webAddress = (text: string | null): string | null => (text && /^https?:\/\/\S+$/.test(text) ? text : null);

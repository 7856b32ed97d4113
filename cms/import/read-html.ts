import { parseDocument } from 'htmlparser2';
import { dayIn, takeByline } from './byline.ts';
import type { OldStory } from './old-story.ts';
import { isElement, plainText, richFromHtml, type Markup } from './rich-from-html.ts';
import { takeTitle } from './take-title.ts';

/** Where the usual builders of government sites put the text, the surest first. */
const holders = [
  (el: El) => ['UCAP-CONTENT', 'zoom', 'Zoom', 'article-content', 'artibody'].includes(el.attribs.id ?? ''),
  (el: El) => /(?:^|\s)(?:TRS_Editor|TRS_UEDITOR|pages_content|article-content|article_content|news_content|content-text)(?:\s|$)/.test(el.attribs.class ?? ''),
  (el: El) => el.name === 'article',
  (el: El) => el.name === 'main' || el.attribs.role === 'main',
];
const around = new Set(['header', 'footer', 'nav', 'aside']);

type El = Extract<Markup, { name: string }> & { name: string; attribs: Record<string, string>; children: Markup[] };

/** A saved web page. Government sites state title, date and source in `meta` (政府网站发展指引). */
export function readHtml(html: string, fallbackTitle: string): OldStory {
  const all = flatten(parseDocument(html).children);
  const metas = new Map(all.filter(({ name }) => name === 'meta').map(({ attribs }) => [(attribs.name ?? attribs.property ?? '').toLowerCase(), (attribs.content ?? '').trim()]));
  const meta = (...names: string[]) => names.map((name) => metas.get(name)).find((text) => text) ?? null;
  const h1 = all.find(({ name }) => name === 'h1');
  const pageTitle = all.find(({ name }) => name === 'title');
  const stated = meta('articletitle', 'og:title') ?? (h1 && plainText(h1).trim()) ?? (pageTitle ? plainText(pageTitle).split(/[_|｜]|\s[-–—]\s/)[0]?.trim() : null);
  const { blocks, pictures } = richFromHtml(textHolder(all));
  const { title, blocks: body } = takeTitle(blocks, stated || null, fallbackTitle);
  const byline = takeByline(body);
  return {
    title,
    summary: meta('description', 'og:description'),
    publishedOn: dayIn(meta('pubdate', 'article:published_time', 'publishdate')) ?? byline.publishedOn,
    source: meta('contentsource') ?? byline.source,
    sourceUrl: webAddress(meta('url', 'og:url')) ?? webAddress(all.find(({ attribs, name }) => name === 'link' && attribs.rel === 'canonical')?.attribs.href ?? null),
    author: meta('author') ?? byline.author,
    tags: (meta('keywords') ?? '').split(/[,，;；、\s]+/).filter(Boolean),
    blocks: byline.blocks,
    pictures,
    notes: [],
  };
}

function textHolder(all: readonly El[]): Markup[] {
  for (const fits of holders) {
    const found = all.find((el) => fits(el) && plainText(el).trim().length > 0);
    if (found) return found.children;
  }
  const body = all.find(({ name }) => name === 'body');
  const inner = body ? body.children : all.filter(({ parent }) => parent === null || parent.type === 'root');
  return inner.filter((node) => !isElement(node) || !around.has(node.name));
}

/** Without recursion: hostile pages nest without end. */
function flatten(nodes: readonly Markup[]): El[] {
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

const webAddress = (text: string | null): string | null => (text && /^https?:\/\/\S+$/.test(text) ? text : null);

import { parse } from 'yaml';
import { z } from 'zod';
import { readRich } from '../rich-text/from-html/read.ts';
import { markdownNodes } from '../rich-text/markdown-nodes.ts';
import { bodyOf } from './body-of.ts';
import { dayIn } from './byline.ts';
import { chineseMarkdown } from './chinese-markdown.ts';
import { ImportRefused, type OldStory } from './old-story.ts';
import { tomlFront } from './toml-front.ts';

const text = z
  .union([z.string(), z.number(), z.date()])
  .transform((value) => (value instanceof Date ? value.toISOString() : String(value)).trim())
  .nullish();
const front = z.looseObject({
  title: text,
  date: text,
  publishedAt: text,
  source: text,
  sourceUrl: text,
  url: text,
  author: text,
  summary: text,
  description: text,
  tags: z
    .union([
      z.array(z.union([z.string(), z.number()])).transform((list) => list.map(String)),
      z.string().transform((one) => one.split(/[,，;；、]/)),
    ])
    .nullish(),
});

/** Markdown with YAML front matter, or Hugo's between `+++` (title, date, source, author, tags …); without it, what the text itself says. */
export function readMarkdown(source: string, fallbackTitle: string): OldStory {
  const match = /^\uFEFF?(---|\+\+\+)[ \t]*\r?\n([\s\S]*?)\r?\n\1[ \t]*(?:\r?\n|$)/.exec(source);
  const facts = match ? frontOf(match[1] ?? '', match[2] ?? '') : {};
  const words = chineseMarkdown(match ? source.slice(match[0].length) : source);
  const body = bodyOf(readRich(markdownNodes(words)), facts.title || null, fallbackTitle);
  const url = facts.sourceUrl ?? facts.url ?? '';
  return {
    ...body,
    summary: facts.summary ?? facts.description ?? null,
    publishedOn: dayIn(facts.date ?? facts.publishedAt) ?? body.publishedOn,
    source: facts.source || body.source,
    sourceUrl: /^https?:\/\/\S+$/.test(url) ? url : null,
    author: facts.author || body.author,
    tags: (facts.tags ?? []).map((tag) => tag.trim()).filter(Boolean),
  };
}

function frontOf(mark: string, words: string): z.output<typeof front> {
  let value: unknown;
  try {
    // No aliases: a few lines of them unfold into gigabytes.
    value = mark === '+++' ? tomlFront(words) : parse(words, { maxAliasCount: 0 });
  } catch {
    throw new ImportRefused(
      `开头两行 ${mark} 之间的字段写法不对：请检查${mark === '+++' ? '等号和引号' : '冒号和缩进'}。`,
    );
  }
  const parsed = front.safeParse(value ?? {});
  if (!parsed.success)
    throw new ImportRefused(`开头字段“${String(parsed.error.issues[0]?.path[0] ?? '')}”写法不对：请写成一行文字。`);
  return parsed.data;
}

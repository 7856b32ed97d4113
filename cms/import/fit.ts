import type { OldStory } from './old-story.ts';

/** An old story as the collection's fields want it, and what was lost on the way, for the person who goes on with it. */
export interface Fitted {
  title: string;
  summary: string | null;
  source: string | null;
  authorName: string | null;
  tags: string[];
  notes: string[];
}

const longest = { title: 32, summary: 54, source: 24, author: 16, tag: 12, tags: 6 };
const cut = (text: string, max: number) => [...text].slice(0, max).join('');
const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

/** Shortens what is longer than a field; nothing is lost without being said. */
export function fit(story: OldStory, author: string | null): Fitted {
  const notes: string[] = [];
  const short = (what: string, value: string | null, max: number): string | null => {
    const text = oneLine(value ?? '');
    if (text === '') return null;
    if ([...text].length > max) notes.push(`${what}超过${max}字，已截短，原为：${cut(text, 200)}`);
    return cut(text, max);
  };
  const fitted = {
    title: short('标题', story.title, longest.title) ?? '无标题',
    summary: short('摘要', story.summary, longest.summary),
    source: short('来源', story.source, longest.source),
    authorName: short('作者', story.author ?? author, longest.author),
    tags: [...new Set(story.tags.map((tag) => cut(oneLine(tag), longest.tag)))].filter(Boolean).slice(0, longest.tags),
  };
  if (!fitted.summary) notes.push('没有摘要，请补写。');
  if (!story.publishedOn) notes.push('没有写明原发布日期。');
  return { ...fitted, notes };
}

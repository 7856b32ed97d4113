import { plainLines } from './plain-lines.ts';

/** The public number in front, so that it survives an edit of the rest: `〔12〕`. */
const numbered = /^〔(\d+)〕/;

/**
 * What the list's search looks through: number, title, summary, text, names, tags, sources. One line each, so that a
 * search never matches across two of them; any part of a Chinese sentence is found as it stands.
 * @param facts those of its kind that people look for
 * @param before the text as it stands, for its number
 */
export function searchTextOf(story: Record<string, unknown>, facts: readonly unknown[] = [], before?: unknown): string {
  const parts = [
    story.title,
    story.summary,
    story.authorName,
    story.source,
    ...facts,
    ...(Array.isArray(story.tags) ? story.tags : []),
    ...plainLines(story.body),
  ];
  const lines = parts
    .filter((part): part is string => typeof part === 'string')
    .map((part) => part.replace(/\s+/g, ' ').trim())
    .filter(Boolean);
  const serial = typeof before === 'string' ? (numbered.exec(before)?.[0] ?? '') : '';
  return [...(serial ? [serial] : []), ...lines].join('\n');
}

/** The same text under the number that readers know. */
export const withSerial = (searchText: string | null | undefined, serial: number): string =>
  [`〔${serial}〕`, (searchText ?? '').replace(numbered, '').replace(/^\n/, '')].join('\n');

import { z } from 'zod';

export const longest = 60;
const words = z.string().max(longest);
const pageNumber = z
  .string()
  .regex(/^[1-9]\d{0,3}$/)
  .transform(Number);

export interface SearchInput {
  /** What the visitor typed, kept as it is. */
  typed: string;
  /** What is searched for, or null when there is nothing to search for. */
  search: string | null;
  page: number;
  /** One sentence, or null. */
  error: string | null;
}

/** The query of `/search/?q=…&page=…`. */
export function readSearch(query: URLSearchParams): SearchInput {
  const typed = query.get('q') ?? '';
  // Control characters cannot be typed and mean nothing.
  const text = typed
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const page = pageNumber.safeParse(query.get('page') ?? '1');
  const base = { typed: [...typed].slice(0, 200).join(''), page: page.success ? page.data : 1 };
  if (!query.has('q')) return { ...base, search: null, error: null };
  if (text === '') return { ...base, search: null, error: '还没有写要搜的字：请写标题或正文里的几个字，再按“搜索”。' };
  const length = [...text].length;
  if (!words.safeParse([...text].map(() => 'x').join('')).success) {
    return {
      ...base,
      search: null,
      error: `要搜的字太长，有${length}个字：请留下最关键的几个，不超过${longest}个字。`,
    };
  }
  return { ...base, search: text, error: null };
}

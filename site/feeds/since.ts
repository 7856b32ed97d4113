import { z } from 'zod';

const instant = z.iso.datetime({ offset: true });

/** The `since` of `/api/materials.json`: an instant, nothing (null), or one sentence about what is wrong. */
export function readSince(query: URLSearchParams): { since: string | null } | { error: string } {
  const values = query.getAll('since');
  if (values.length === 0) return { since: null };
  // An unescaped “+08:00” arrives as a space.
  const result = instant.safeParse(values.length === 1 ? values[0]?.replace(' ', '+') : '');
  if (result.success) return { since: result.data };
  return { error: 'since 参数不正确：请写成带时区的时间，例如 since=2026-06-14T09:00:00%2B08:00，只写一次。' };
}

import type { Page } from '../../story/facts.ts';

/** Bounds for what a visitor may ask: pages from 1, at most 100 rows each. */
export function bounded(page = 1, size = 20): { page: number; limit: number } {
  const whole = (n: number, fallback: number) => (Number.isInteger(n) && n > 0 ? n : fallback);
  return { page: Math.min(whole(page, 1), 10_000), limit: Math.min(whole(size, 20), 100) };
}

interface Found<T> {
  docs: T[];
  page?: number | undefined;
  totalPages: number;
  totalDocs: number;
}

/** Payload's result as a page; an empty list has one page. */
export function pageOf<T, U>(found: Found<T>, items: U[]): Page<U> {
  return { items, page: found.page ?? 1, pages: Math.max(1, found.totalPages), total: found.totalDocs };
}

/** What the rest of a column's address names: a category (role models only) and a page. */
export interface Place {
  category: string | null;
  /** 0 when the address names nothing. */
  page: number;
}

/** Reads “”, “2”, “诚信人物”, “诚信人物/2”. Page 1 has one address only, the one without its number. */
export function readPlace(rest: string): Place {
  const parts = rest === '' ? [] : rest.split('/');
  const category = /^[^\d].{0,29}$/u.test(parts[0] ?? '') ? (parts.shift() ?? null) : null;
  const [page, ...more] = parts;
  if (page === undefined) return { category, page: 1 };
  return { category, page: more.length === 0 && /^([2-9]|[1-9]\d{1,3})$/.test(page) ? Number(page) : 0 };
}

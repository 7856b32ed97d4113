/** Everything behind a paged method of the reader. */
export async function allPages<T>(ask: (page: number) => Promise<{ items: T[]; pages: number }>): Promise<T[]> {
  let found: T[] = [];
  for (let page = 1; ; page += 1) {
    const { items, pages } = await ask(page);
    found = found.concat(items);
    if (page >= pages || items.length === 0) return found;
  }
}

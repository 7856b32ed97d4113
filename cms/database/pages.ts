/**
 * All rows page by page, each page asked for behind the key of the row before it: what is added or deleted meanwhile makes
 * no row come twice or be passed over, as counting rows would.
 * @param ask the next rows in the order of their keys, all of them greater than `after`; null: from the beginning; none: the end
 */
export async function* pages<Row, Key>(
  ask: (after: Key | null) => Promise<readonly Row[]>,
  keyOf: (row: Row) => Key,
): AsyncGenerator<readonly Row[]> {
  for (let after: Key | null = null; ; ) {
    const rows = await ask(after);
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows;
    const next = keyOf(last);
    if (next === after) throw new Error('the rows behind a row begin with that row again');
    after = next;
  }
}

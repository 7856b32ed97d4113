/** What one act did to one row: field path → before and after, as they may be kept. */
export interface RowChange {
  target: string;
  rowId: string | null;
  fields: Record<string, [unknown, unknown]>;
}

/** More than this is told as a number and a fingerprint. */
const maxChars = 20_000;
const maxRows = 40;

/** The text of the column `changes`; null when there is nothing to tell. */
export function changesText(changes: readonly RowChange[], digest: (text: string) => string): string | null {
  const told = changes.filter(({ fields }) => Object.keys(fields).length > 0);
  if (told.length === 0) return null;
  const all = JSON.stringify(told);
  if (told.length <= maxRows && all.length <= maxChars) return all;
  const some: RowChange[] = [];
  let length = 0;
  for (const change of told.slice(0, maxRows)) {
    length += JSON.stringify(change).length;
    if (length > maxChars) break;
    some.push(change);
  }
  return JSON.stringify([...some, { more: told.length - some.length, fingerprint: digest(all) }]);
}

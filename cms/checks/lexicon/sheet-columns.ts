const words = {
  wrong: /^(?:错误|错词|不规范|原词|wrong)/i,
  right: /^(?:正确|改为|建议|规范|right)/i,
  why: /^(?:说明|原因|依据|理由|why)/i,
  level: /^(?:级别|等级|处理|level)/i,
  allow: /^(?:例外|放行|allow)/i,
};
const officials = {
  name: /^(?:姓名|name$)/i,
  title: /^(?:职务|现职|title$)/i,
  misspelt: /^(?:常见错写|错写|误写|misspelt)/i,
  former: /^(?:原职务|原任|曾任|错职务|former)/i,
};

/** Where each column stands in a sheet of words, or in one of officials. */
export type SheetColumns =
  | { of: 'words'; at: Map<keyof typeof words, number> }
  | { of: 'officials'; at: Map<keyof typeof officials, number> };

/** What the first row of a sheet says; null when it names neither kind of sheet. */
export function sheetColumns(titles: readonly string[]): SheetColumns | null {
  const at = places(titles, words);
  if (at.has('wrong')) return { of: 'words', at };
  const people = places(titles, officials);
  return people.has('name') && people.has('title') ? { of: 'officials', at: people } : null;
}

function places<K extends string>(titles: readonly string[], columns: Record<K, RegExp>): Map<K, number> {
  const found = new Map<K, number>();
  for (const name of Object.keys(columns) as K[]) {
    const at = titles.findIndex((title) => columns[name].test(title.trim()));
    if (at >= 0) found.set(name, at);
  }
  return found;
}

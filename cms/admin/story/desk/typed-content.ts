/** Everything of a story's form that is content; the rest (审签 and so on) is not the writer's. */
const contentNames = [
  'title', 'kind', 'column', 'category4', 'summary', 'body', 'cover', 'roleModel', 'caseSteps', 'lesson', 'tags', 'source', 'sourceUrl',
  'authorName', 'corrections', 'embargo', 'disclosure', 'reprint', 'originalTitle', 'usedAi',
];

const rowNames = new Set(['tags', 'corrections', 'costs', 'mend']);

export type TypedContent = Record<string, unknown>;

/** The content of the form's values; pictures that are still being uploaded carry their bytes, which stay here. */
export function typedContent(values: Record<string, unknown>, storyId: string | null): TypedContent {
  const chosen = Object.fromEntries(contentNames.flatMap((name) => (values[name] === undefined ? [] : [[name, values[name]]])));
  const plain = JSON.parse(JSON.stringify(chosen, (key, value: unknown) => {
    if (key === 'pending') return undefined;
    // The form keeps the number of rows where there are none.
    return rowNames.has(key) && !Array.isArray(value) ? [] : value;
  })) as TypedContent;
  return storyId === null ? plain : { ...plain, id: storyId };
}

/** The same words in the same order, whatever the editor and the form add while a page is opened. */
export function sameContent(a: TypedContent, b: TypedContent): boolean {
  return JSON.stringify(essence(a)) === JSON.stringify(essence(b));
}

const editorsOwn = new Set(['version', 'direction', 'indent', 'detail', 'mode', 'style', 'textFormat', 'textStyle', 'colWidths', 'backgroundColor', 'value_', 'id', 'width', 'height']);

function essence(value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 0 ? null : value.map(essence);
  if (typeof value !== 'object' || value === null) return value === '' || value === undefined || value === false ? null : value;
  const entries = Object.entries(value).filter(([key]) => !editorsOwn.has(key)).map(([key, item]) => [key, essence(item)] as const).filter(([, item]) => item !== null);
  return entries.length === 0 ? null : Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** True when there is nothing in it worth coming back for. */
export const isEmptyContent = (content: TypedContent): boolean =>
  Object.entries(content).every(([name, value]) => name === 'id' || name === 'kind' || essence(name === 'body' ? words(value) : value) === null);

const words = (value: unknown): string => (JSON.stringify(value) ?? '').match(/"(?:text|relationTo)":"[^"]+"/g)?.join('') ?? '';

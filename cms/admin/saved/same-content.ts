/** What a form holds, by field; as it is sent. */
export type Content = Record<string, unknown>;

/** What the editor notes down for itself: no word of the text. */
const editorsOwn = new Set([
  'version',
  'direction',
  'indent',
  'detail',
  'mode',
  'style',
  'textFormat',
  'textStyle',
  'colWidths',
  'backgroundColor',
  'width',
  'height',
  'pending',
]);

/** Rows of a table have names of their own, and so has everything the system writes. */
const systems = new Set([
  'id',
  'createdAt',
  'updatedAt',
  'deletedAt',
  '_status',
  'collection',
  'sessions',
  'postsSeen',
]);

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function isNothing(value: unknown): boolean {
  if (value === null || value === undefined || value === '' || value === false) return true;
  if (Array.isArray(value)) return value.length === 0;
  // The editor begins with a paragraph that has no words yet.
  if (isObject(value) && isObject(value.root))
    return !/"(?:text|relationTo|src)":"[^"]|"type":"(?:horizontalrule|table)"/.test(JSON.stringify(value.root));
  return (
    isObject(value) &&
    !(value instanceof Blob) &&
    Object.entries(value).every(([key, inner]) => systems.has(key) || isNothing(inner))
  );
}

/** A related row stands in a form as its id, in an answer sometimes as the row itself. */
const idOf = (value: unknown): unknown => (isObject(value) && typeof value.id === 'string' ? value.id : value);

/** The same to whoever wrote it: whatever the editor, the form and the database add, leave out or spell otherwise. */
export function sameValue(a: unknown, b: unknown, inText = false): boolean {
  if (isNothing(a) && isNothing(b)) return true;
  // The form keeps the number of rows where there are none.
  if ((a === 0 && Array.isArray(b)) || (b === 0 && Array.isArray(a)))
    return [a, b].every((one) => one === 0 || isNothing(one));
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((one, i) => sameValue(one, b[i], inText));
  if (isObject(a) && isObject(b)) {
    const text = inText || 'root' in a;
    const names = [...new Set([...Object.keys(a), ...Object.keys(b)])].filter(
      (name) => !systems.has(name) && !(text && editorsOwn.has(name)),
    );
    return names.every((name) => sameValue(a[name], b[name], text));
  }
  if (typeof a === 'string' && typeof b === 'string') return a.replaceAll('\r\n', '\n') === b.replaceAll('\r\n', '\n');
  return idOf(a) === idOf(b);
}

/** Fields of a form that its person fills in, or that say how the row stands. */
export const fieldNames = (...contents: Content[]): string[] =>
  [...new Set(contents.flatMap(Object.keys))].filter((name) => !systems.has(name));

/** The names of the fields that differ. */
export const differing = (a: Content, b: Content): string[] =>
  fieldNames(a, b).filter((name) => !sameValue(a[name], b[name]));

const secret = /password|secret|token/i;

/**
 * What may be kept on this computer of what stands in a form: everything but passwords, files, pictures that are still
 * being uploaded, and what the form says of itself (which posts it has shown). Plain data.
 */
export const keepable = (content: Content): Content =>
  JSON.parse(
    JSON.stringify(content, (key, value: unknown) =>
      key === 'pending' || key === 'postsSeen' || secret.test(key) || value instanceof Blob ? undefined : value,
    ),
  ) as Content;

/** Nothing in it worth coming back for; what a new form begins with is given. */
export const isBlank = (content: Content, beginning: Content): boolean =>
  differing(keepable(content), keepable(beginning)).length === 0;

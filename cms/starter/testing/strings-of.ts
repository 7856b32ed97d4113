/** Every string inside a value, with the way to it: `posts 2 label`. */
export function stringsOf(value: unknown, way: string[] = []): { way: string; text: string }[] {
  if (typeof value === 'string') return [{ way: way.join(' '), text: value }];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => stringsOf(inner, [...way, key]));
}

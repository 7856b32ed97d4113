/** One sentence as JSON, never kept by anybody on the way. */
export const answer = (status: number, message: string, more: object = {}): Response =>
  Response.json({ message, ...more }, { status, headers: { 'Cache-Control': 'no-store' } });

/** An empty body says nothing; anything unreadable is refused by the schema. */
export function readJson(text = ''): unknown {
  if (text.trim() === '') return {};
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

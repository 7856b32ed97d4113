import type { Entry, Meta } from './entry.ts';

/** How an answer came about: from its file, rendered just now, or from an older file because rendering failed. */
export type Served = 'hit' | 'new' | 'stale';

const servedHeader = 'x-snapshot';
/** Carries the tags from the page to the snapshot inside one process; never sent to a visitor. */
export const tagHeader = 'cache-tag';

const dropped = new Set([
  tagHeader,
  'cdn-cache-control',
  'set-cookie',
  'date',
  'connection',
  'keep-alive',
  'transfer-encoding',
  'content-length',
  'content-encoding',
  servedHeader,
]);

/** Only whole, public answers that name what they depend on are kept. */
export function storable(response: Response): boolean {
  return (
    response.status === 200 &&
    Boolean(response.headers.get(tagHeader)) &&
    !response.headers.has('set-cookie') &&
    !/no-store|private/.test(response.headers.get('cache-control') ?? '')
  );
}

export const encodeTags = (tags: readonly string[]): string => tags.map(encodeURIComponent).join(',');

export function tagsOf(response: Response): { headers: [string, string][]; tags: string[] } {
  const tags = (response.headers.get(tagHeader) ?? '')
    .split(',')
    .map((t) => decodeURIComponent(t.trim()))
    .filter(Boolean);
  const headers = [...response.headers].filter(([name]) => !dropped.has(name));
  return { headers, tags };
}

/** Addresses of released pictures in a page, also those in `srcset`. */
export function mediaRefs(body: Uint8Array): string[] {
  const text = Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString('utf8');
  return [...new Set(text.match(/\/media\/[\w.-]+/g) ?? [])];
}

/** A kept page's headers as a visitor gets them: what is over soon is not to be kept anywhere without asking. */
export function shownHeaders({ headers, until }: Meta, now: number): [string, string][] {
  if (until === undefined) return headers;
  const left = Math.max(0, Math.floor((Date.parse(until) - now) / 1000));
  return headers.map(([name, value]) => [
    name,
    name === 'cache-control'
      ? value.replace(/max-age=(\d+)/, (_, seconds: string) => `max-age=${Math.min(Number(seconds), left)}`)
      : value,
  ]);
}

export function respond(entry: Entry, served: Served, now: number): Response {
  const headers = new Headers(shownHeaders(entry.meta, now));
  headers.set(servedHeader, served);
  return new Response(Buffer.from(entry.body), { status: 200, headers });
}

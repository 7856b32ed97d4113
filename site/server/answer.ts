/** A whole answer in memory, before it is compressed for one visitor. */
export interface Answer {
  status: number;
  headers: [string, string][];
  body: Uint8Array;
}

/** A short page for what happens before or after the site's own pages can be rendered. */
export function plainAnswer(status: number, sentence: string, headers: [string, string][] = []): Answer {
  return {
    status,
    headers: [['content-type', 'text/plain; charset=utf-8'], ['cache-control', 'no-store'], ...headers],
    body: Buffer.from(`${sentence}\n`),
  };
}

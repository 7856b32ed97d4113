/** What the sidecar of a kept page says. */
export interface Meta {
  key: string;
  /** Path and query to ask for when the page must be rendered again. */
  path: string;
  headers: [string, string][];
  tags: string[];
  /** `/media/…` addresses that the page shows. */
  refs: string[];
  /** sha256 (hex) of the body: guards against a body and a sidecar that do not belong together. */
  hash: string;
  bytes: number;
  /** ISO 8601: it shows something that is over from then on, and may not be shown any more. Absent: it has no end. */
  until?: string;
  /** ISO 8601: something that it should show comes then. It is rendered again; while that fails it may still be shown. Absent: never. */
  lacksFrom?: string;
  /** ISO 8601, when it was rendered. */
  storedAt: string;
}

export interface Entry {
  meta: Meta;
  body: Uint8Array;
}

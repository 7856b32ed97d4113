import type { PayloadRequest } from 'payload';

/** Every form of the back office says with what it sends which version it had read: the row's `updatedAt`. */
export const versionHeader = 'x-version-read';

/** What a form has read of a row that was never saved (a setting on its defaults). */
export const neverSaved = 'none';

/**
 * The version that the sender had read, or null when nothing was said: scripts and the command line write without it.
 * @param req a request as endpoints and hooks get it
 */
export function versionRead(req: Pick<PayloadRequest, 'headers'>): string | null {
  return req.headers?.get(versionHeader)?.slice(0, 40) ?? null;
}

/** The version of a row as it stands. */
export const versionOf = (row: { updatedAt?: unknown } | null | undefined): string =>
  typeof row?.updatedAt === 'string' ? row.updatedAt : neverSaved;

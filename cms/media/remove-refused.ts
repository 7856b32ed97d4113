import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { AfterErrorHook } from 'payload';

declare module 'payload' {
  interface RequestContext {
    /** With what the names begin of the files that an upload of this request writes. */
    uploadBegan?: string;
  }
}

/**
 * Takes away the files of an upload that was refused half-way (a full disk, a value that does not fit): files are written
 * before the row, and nobody would ever find them. Files of a row that is there stay.
 */
export const removeRefused: AfterErrorHook = async ({ collection, req }) => {
  const began = req.context.uploadBegan;
  const folder = collection?.upload.staticDir;
  if (!began || !folder) return;
  delete req.context.uploadBegan;
  const { totalDocs } = await req.payload.count({
    collection: collection.slug as 'media',
    where: { filename: { like: began } },
    req,
  });
  if (totalDocs > 0) return;
  const left = (await readdir(/* turbopackIgnore: true */ folder).catch(() => [])).filter((name) =>
    name.startsWith(began),
  );
  for (const name of left) await rm(join(/* turbopackIgnore: true */ folder, name), { force: true });
};

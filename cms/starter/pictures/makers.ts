import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';

/**
 * What decides how a picture comes out, besides the picture: the sources of the media room as they stand, whole, so that no
 * changed quality or size can be forgotten here, and the libraries that draw and encode.
 * @param root the repository
 */
export async function makersOfPictures(root: string): Promise<string> {
  const room = join(root, 'cms/media');
  const names = (await readdir(room, { recursive: true }))
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .sort();
  const hash = createHash('sha256').update(
    JSON.stringify([sharp.versions, process.version, process.platform, process.arch]),
  );
  for (const name of names) hash.update(`\n${name}\n`).update(await readFile(join(room, name)));
  return hash.digest('hex');
}

import type { ReadApart } from '../../foreign/read-apart.ts';
import { madeBefore } from './made-before.ts';
import { makersOfPictures } from './makers.ts';
import { openShelf } from './shelf.ts';

/** All sizes of the starter's drawings take 5 MB: a dozen editions of them have room. */
const maxBytes = 64 * 2 ** 20;

/**
 * How the starter's own drawings are made ready: each once on this checkout, not at every first start
 * (docs/decisions/059).
 * @param folder where they are kept
 */
export async function readStarterPictures(folder: string): Promise<ReadApart> {
  return madeBefore(openShelf(folder, maxBytes), await makersOfPictures(process.cwd()));
}

import type { PictureFormat } from '../format.ts';
import type { Container } from './container.ts';
import { readGif } from './gif.ts';
import { readJpeg } from './jpeg.ts';
import { readPng } from './png.ts';
import { readWebp } from './webp.ts';

const readers: Record<PictureFormat, (bytes: Uint8Array) => Container> = {
  jpeg: readJpeg,
  png: readPng,
  webp: readWebp,
  gif: readGif,
};

/** Takes a picture file apart without decoding a pixel. Never throws: a cut-off file gives what was there. */
export const readContainer = (bytes: Uint8Array, format: PictureFormat): Container => readers[format](bytes);

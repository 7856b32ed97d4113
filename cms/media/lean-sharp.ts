import sharp from 'sharp';

/** In the process apart: no cache of pixels, one picture on one thread, so that the memory limit means one picture. */
export function leanSharp(): void {
  sharp.cache(false);
  sharp.concurrency(1);
}

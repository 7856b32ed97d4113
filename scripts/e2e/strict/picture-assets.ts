import sharp from 'sharp';
import type { Assets } from '../../../campaigns/ports/assets.ts';

/** Real, small pictures: JPEG for covers, PNG where the id says so. */
export async function pictureAssets(): Promise<Assets> {
  const plain = sharp({ create: { width: 90, height: 60, channels: 3, background: '#b3261e' } });
  const jpeg = await plain.clone().jpeg().toBuffer();
  const png = await plain.clone().png().toBuffer();
  return {
    read: async (id, rendition) =>
      id.startsWith('png') && rendition === 'inline'
        ? { bytes: png, mime: 'image/png', fileName: `${id}.png` }
        : { bytes: jpeg, mime: 'image/jpeg', fileName: `${id}.jpg` },
  };
}

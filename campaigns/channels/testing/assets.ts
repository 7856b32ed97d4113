import type { AssetBytes, Assets, Rendition } from '../../ports/assets.ts';

/** Bytes that begin like a JPEG and are `size` long. */
export function jpeg(size = 2_000): Uint8Array {
  const bytes = new Uint8Array(size).fill(7);
  bytes.set([0xff, 0xd8, 0xff, 0xe0]);
  return bytes;
}

/** A media room that has every picture; `change` alters what it hands out. */
export function sampleAssets(change: (id: string, rendition: Rendition) => Partial<AssetBytes> = () => ({})): Assets {
  return {
    read: async (id, rendition) => ({
      bytes: jpeg(),
      mime: 'image/jpeg',
      fileName: `${id}.jpg`,
      ...change(id, rendition),
    }),
  };
}

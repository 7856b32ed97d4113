import sharp from 'sharp';
import { crc32 } from 'node:zlib';

/** Real pictures for tests, drawn on the spot. */
export const markJson =
  '{"AIGC":{"Label":"1","ContentProducer":"示例服务商","ProduceID":"sample-1","ReservedCode1":""}}';

/** A scene with a bright spot in the upper right quarter, so that crops and rotations can be told apart. */
const scene = (width: number, height: number) =>
  sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#5b6b62"/>` +
        `<rect x="${width * 0.75}" width="${width * 0.25}" height="${height * 0.25}" fill="#ff2010"/></svg>`,
    ),
  );

export const jpegWithPlace = (width = 1600, height = 1000, orientation = 1): Promise<Buffer> =>
  scene(width, height)
    .jpeg()
    .withExif({
      IFD0: { Make: 'SamplePhone', Artist: 'Li Shili' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '32/1 26/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '105/1 50/1 0/1' },
    })
    .withMetadata({ orientation })
    .toBuffer();

export const jpegWithComment = (json: string): Promise<Buffer> =>
  scene(800, 500)
    .jpeg()
    .withExif({ IFD2: { UserComment: json } })
    .toBuffer();

export const plainPng = (width = 800, height = 500): Promise<Buffer> => scene(width, height).png().toBuffer();

export async function pngWithChunk(kind: string, body: Buffer): Promise<Buffer> {
  const png = await plainPng();
  const named = Buffer.concat([Buffer.from(kind, 'latin1'), body]);
  const chunk = Buffer.alloc(named.length + 8);
  chunk.writeUInt32BE(body.length, 0);
  named.copy(chunk, 4);
  chunk.writeUInt32BE(crc32(named), named.length + 4);
  return Buffer.concat([png.subarray(0, 33), chunk, png.subarray(33)]);
}

/** A photograph as hard to compress as they come. */
export async function noise(width: number, height: number): Promise<Buffer> {
  const raw = Buffer.alloc(width * height * 3);
  let seed = 7;
  for (let i = 0; i < raw.length; i += 1) raw[i] = (seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff) >> 16;
  return sharp(raw, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 95 })
    .toBuffer();
}

import sharp from 'sharp';

/** PNG with as many colours as fit below `limit` bytes. @throws Error when even eight do not fit */
export async function compress(png: Buffer, limit: number): Promise<Buffer> {
  for (const colours of [256, 128, 64, 32, 16, 8]) {
    const small = await sharp(png)
      .png({ palette: true, colours, effort: 10, compressionLevel: 9, dither: 0 })
      .toBuffer();
    if (small.length <= limit) return small;
  }
  throw new Error(`a picture stays above ${limit} bytes`);
}

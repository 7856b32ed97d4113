import { randomBytes } from 'node:crypto';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { compress } from './compress.ts';

const noise = (side: number) =>
  sharp(randomBytes(side * side * 3), { raw: { width: side, height: side, channels: 3 } })
    .png()
    .toBuffer();

it('gives up colours until a picture fits, never its size', async () => {
  const png = await noise(200);
  const small = await compress(png, 30_000);
  expect(small.length).toBeLessThanOrEqual(30_000);
  expect(small.length).toBeLessThan(png.length);
  expect(await sharp(small).metadata()).toMatchObject({ format: 'png', width: 200, height: 200 });
});

it('says when it cannot', async () => {
  await expect(compress(await noise(200), 100)).rejects.toThrow('stays above 100 bytes');
});

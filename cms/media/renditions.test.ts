import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { findAigcMark } from './aigc-mark.ts';
import { readContainer } from './containers/read.ts';
import { sniffFormat } from './format.ts';
import { renderAll, type RenditionSource } from './renditions.ts';
import { jpegWithPlace, noise, plainPng } from './samples.ts';

const source = async (bytes: Buffer, more: Partial<RenditionSource> = {}): Promise<RenditionSource> => {
  const { width, height } = await sharp(bytes).metadata();
  return { mediaId: 'p1', bytes, width, height, mark: null, focal: null, ...more };
};
const sizeOf = (all: Awaited<ReturnType<typeof renderAll>>, size: string) => {
  const found = all.find((one) => one.size === size);
  if (!found) throw new Error(`no ${size}`);
  return found;
};

describe('renderAll', () => {
  it('makes every size, named after the picture, and says the truth about each', async () => {
    const all = await renderAll(await source(await jpegWithPlace()));
    expect(all.map((one) => `${one.fileName} ${one.width}×${one.height}`)).toEqual([
      'p1-inline.jpg 1080×675',
      'p1-card-640.webp 640×400',
      'p1-card-960.webp 960×600',
      'p1-portrait-480.webp 480×600',
      'p1-portrait.webp 720×900',
      'p1-wechat-cover.jpg 900×383',
      'p1-wechat-square.jpg 500×500',
    ]);
    for (const one of all) {
      const meta = await sharp(one.data).metadata();
      expect([meta.width, meta.height, one.bytes], one.size).toEqual([one.width, one.height, one.data.length]);
      expect(one.mime).toBe(`image/${meta.format}`);
      expect(meta.exif, one.size).toBeUndefined();
    }
  });

  it('keeps the inline size below 1 MB even for a picture that will not compress', async () => {
    const inline = sizeOf(await renderAll(await source(await noise(2200, 2400))), 'inline');
    expect(inline.bytes).toBeLessThan(1_000_000);
    expect(inline.mime).toBe('image/jpeg');
  });

  it('keeps drawings as png and never enlarges for the site', async () => {
    const all = await renderAll(await source(await plainPng(500, 400)));
    expect(sizeOf(all, 'inline')).toMatchObject({ mime: 'image/png', width: 500, height: 400 });
    expect(sizeOf(all, 'card-960')).toMatchObject({ width: 500, height: 313 });
    expect(sizeOf(all, 'portrait')).toMatchObject({ width: 320, height: 400 });
    expect(sizeOf(all, 'wechat-cover')).toMatchObject({ width: 900, height: 383 });
  });

  it('crops around the focal point', async () => {
    const bytes = await jpegWithPlace(2000, 1000);
    const redness = async (focal: { x: number; y: number }) => {
      const { data } = sizeOf(await renderAll(await source(bytes, { focal })), 'wechat-square');
      return (await sharp(data).stats()).channels[0]?.mean ?? 0;
    };
    expect(await redness({ x: 95, y: 50 })).toBeGreaterThan((await redness({ x: 10, y: 50 })) + 10);
  });

  it('carries the AI mark into every size', async () => {
    const json = '{"AIGC":{"Label":"1"}}';
    for (const { data, size } of await renderAll(await source(await plainPng(), { mark: { json } }))) {
      expect(findAigcMark(readContainer(data, sniffFormat(data))), size).toEqual({ json });
    }
  });
});

import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { findAigcMark } from './aigc-mark.ts';
import { cleanPicture } from './clean.ts';
import { readContainer } from './containers/read.ts';
import { inspectPicture } from './inspect.ts';
import { jpegWithComment, jpegWithPlace, markJson, plainPng, pngWithChunk } from './samples.ts';

const clean = async (bytes: Buffer) => cleanPicture(bytes, await inspectPicture(bytes));

describe('cleanPicture', () => {
  it('leaves place, device and people behind', async () => {
    const before = await jpegWithPlace();
    expect((await sharp(before).metadata()).exif?.includes('SamplePhone')).toBe(true);
    const { bytes, sha256 } = await clean(before);
    const meta = await sharp(bytes).metadata();
    expect([meta.exif, meta.xmp, meta.iptc]).toEqual([undefined, undefined, undefined]);
    expect(bytes.includes('SamplePhone')).toBe(false);
    expect(bytes.includes('Li Shili')).toBe(false);
    expect(sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it('turns the picture upright for good', async () => {
    const { bytes, width, height } = await clean(await jpegWithPlace(1600, 1000, 6));
    const meta = await sharp(bytes).metadata();
    expect([meta.width, meta.height, meta.orientation ?? 1]).toEqual([1000, 1600, 1]);
    expect([width, height]).toEqual([1000, 1600]);
    // Orientation 6 = turn right by 90°: the red spot moves from upper right to lower right.
    const corner = await sharp(bytes).extract({ left: 900, top: 1500, width: 50, height: 50 }).png().toBuffer();
    expect((await sharp(corner).stats()).dominant.r).toBeGreaterThan(200);
  });

  it('keeps the AI mark, and nothing but it', async () => {
    const ascii = '{"AIGC":{"Label":"1","ContentProducer":"sample"}}';
    const jpeg = await clean(await jpegWithComment(ascii));
    expect(findAigcMark(readContainer(jpeg.bytes, 'jpeg'))).toEqual({ json: ascii });
    const png = await clean(await pngWithChunk('iTXt', Buffer.from(`AIGC\0\0\0\0\0${markJson}`)));
    expect(findAigcMark(readContainer(png.bytes, 'png'))).toEqual({ json: markJson });
    expect(
      readContainer(png.bytes, 'png').blocks.some(
        ({ kind, data }) => kind === 'iTXt' && Buffer.from(data).includes('AIGC\0'),
      ),
    ).toBe(true);
    const webp = await clean(
      await sharp(png.bytes)
        .webp()
        .withXmp((await sharp(png.bytes).metadata()).xmpAsString ?? '')
        .toBuffer(),
    );
    expect(findAigcMark(readContainer(webp.bytes, 'webp'))).toEqual({ json: markJson });
  });

  it('keeps the mark of a gif in a comment that other readers can skip', async () => {
    const gif = await sharp(await plainPng())
      .gif()
      .toBuffer();
    const bytes = Buffer.from(markJson);
    const marked = Buffer.concat([
      gif.subarray(0, -1),
      Buffer.from([0x21, 0xfe, bytes.length]),
      bytes,
      Buffer.from([0, 0x3b]),
    ]);
    const cleaned = await clean(marked);
    expect(findAigcMark(readContainer(cleaned.bytes, 'gif'))).toEqual({ json: markJson });
    expect((await sharp(cleaned.bytes).metadata()).format).toBe('gif');
  });

  it('keeps the frames of an animation', async () => {
    const frames = await Promise.all(
      ['#f00', '#0f0', '#00f'].map((background) =>
        sharp({ create: { width: 240, height: 240, channels: 3, background } })
          .png()
          .toBuffer(),
      ),
    );
    const animation = await sharp(frames, { join: { animated: true } })
      .gif()
      .toBuffer();
    const cleaned = await clean(animation);
    expect(cleaned).toMatchObject({ animated: true, width: 240, height: 240 });
    expect((await sharp(cleaned.bytes).metadata()).pages).toBe(3);
  });

  it('refuses a picture that was cut off', async () => {
    const whole = await plainPng();
    await expect(clean(whole.subarray(0, Math.round(whole.length * 0.6)))).rejects.toThrow('损坏');
  });
});

import sharp from 'sharp';
import { beforeAll, describe, expect, it, test } from 'vitest';
import { createRandom } from '../../../campaigns/calendar/testing/random.ts';
import { findAigcMark } from '../aigc-mark.ts';
import { encodeMarked } from '../carry-mark.ts';
import { cropBox } from '../crop.ts';
import { sniffFormat, type PictureFormat } from '../format.ts';
import { markJson, plainPng } from '../samples.ts';
import { hasStowaway } from '../stowaway.ts';
import { readContainer } from './read.ts';

const all = ['jpeg', 'png', 'webp', 'gif'] as const;
const pictures = {} as Record<PictureFormat, Buffer>;
beforeAll(async () => {
  const png = await plainPng(240, 200);
  for (const format of all) pictures[format] = await sharp(png).toFormat(format).toBuffer();
});

describe.each(all)('a %s', (format) => {
  it('is known by its bytes, has nothing behind its end, and hides nothing', () => {
    expect(sniffFormat(pictures[format])).toBe(format);
    const container = readContainer(pictures[format], format);
    expect([container.trailing.length, hasStowaway(container), findAigcMark(container)]).toEqual([0, false, null]);
  });

  it('what follows its end is found to the byte', () => {
    for (const tail of ['x', 'PK\u0003\u0004rest', '<script>']) {
      const { trailing } = readContainer(Buffer.concat([pictures[format], Buffer.from(tail, 'latin1')]), format);
      expect(Buffer.from(trailing).toString('latin1')).toBe(tail);
    }
  });

  it('cut off anywhere, or with any byte turned, it is read to its end without a fault', () => {
    const random = createRandom(31);
    for (let n = 0; n < 150; n += 1) {
      const bytes = Buffer.from(pictures[format]);
      if (random.chance(0.5)) bytes[random.int(0, Math.min(bytes.length - 1, 400))] = random.int(0, 255);
      const some = random.chance(0.5) ? bytes.subarray(0, random.int(0, bytes.length)) : bytes;
      const { blocks, trailing } = readContainer(some, format);
      expect(blocks.reduce((sum, { data }) => sum + data.length, 0)).toBeLessThanOrEqual(some.length);
      expect(trailing.length).toBeLessThanOrEqual(some.length);
    }
    expect(readContainer(new Uint8Array(), format)).toMatchObject({ blocks: [] });
  });

  // A mark of many writers: with blanks, with signs of XML, with Chinese, without its own name, longer than one block of a GIF.
  test.each([
    markJson,
    '{ "AIGC" : {"Label":"1"}}',
    '{"AIGC":{"Label":"1","Note":"<a&b> \\"x\\" ]]>"}}',
    `{"AIGC":{"Label":"1","Note":"${'长'.repeat(300)}"}}`,
  ])('carries the mark %j letter by letter, and on through a second copy', async (json) => {
    let bytes: Buffer = pictures[format];
    for (let copy = 0; copy < 2; copy += 1) {
      bytes = await encodeMarked(sharp(bytes).toFormat(format), format, { json });
      expect(findAigcMark(readContainer(bytes, format))).toEqual({ json });
    }
    expect(hasStowaway(readContainer(bytes, format))).toBe(false);
  });
});

test.each<[string, number[], RegExp]>([
  ['an SVG in UTF-16', [...Buffer.from('\ufeff<svg xmlns=""/>', 'utf16le')], /SVG 矢量图/],
  ['a page with PHP', [...Buffer.from('<?php echo 1;')], /网页或代码/],
  ['a film', [...Buffer.from('\0\0\0\u0018ftypisom')], /HEIC、AVIF 或视频/],
  ['a PDF', [...Buffer.from('%PDF-1.4')], /PDF 文件/],
  ['RIFF that is sound', [...Buffer.from('RIFF\0\0\0\0WAVE')], /只收 JPG/],
  ['half a PNG head', [0x89, 0x50, 0x4e, 0x47], /只收 JPG/],
  ['nothing', [], /文件是空的/],
])('%s is no picture, and the sentence says what it is', (_, bytes, sentence) =>
  expect(() => sniffFormat(new Uint8Array(bytes))).toThrow(sentence),
);

test('a crop of any ratio lies inside, keeps its ratio, and has its point in it', () => {
  const random = createRandom(77);
  for (let n = 0; n < 2_000; n += 1) {
    const [width, height] = [random.int(1, 9_000), random.int(1, 9_000)];
    const ratio = random.int(1, 300) / random.int(1, 300);
    const focal = { x: random.int(0, 100), y: random.int(0, 100) };
    const box = cropBox(width, height, ratio, focal);
    expect(
      box.left >= 0 &&
        box.top >= 0 &&
        box.width >= 1 &&
        box.height >= 1 &&
        box.left + box.width <= width &&
        box.top + box.height <= height,
      JSON.stringify({ width, height, ratio, focal, box }),
    ).toBe(true);
    expect(box.width === width || box.height === height).toBe(true);
    const [x, y] = [(width * focal.x) / 100, (height * focal.y) / 100];
    expect(
      x >= box.left - 1 && x <= box.left + box.width + 1 && y >= box.top - 1 && y <= box.top + box.height + 1,
    ).toBe(true);
  }
});

import sharp from 'sharp';
import { expect, test } from 'vitest';
import { fillTypeCase } from '../../print/type-case.ts';
import { sampleRelease } from '../testing/release.ts';
import { screen, screens } from './screen.ts';
import type { PackSource } from './source.ts';
import { printedWords } from './words.ts';

const source = (change: Parameters<typeof sampleRelease>[0] = {}, picture: Uint8Array | null = null): PackSource => ({
  release: sampleRelease(change),
  link: 'https://cx.example.gov.cn/s/123?d=d1',
  masthead: '诚信广元',
  issuer: '诚信广元编辑部（示例）',
  picture,
});
async function draw(from: PackSource, shape: keyof typeof screens): Promise<Uint8Array> {
  const all = printedWords(from);
  return screen(from, await fillTypeCase({ 400: all, 700: all }), shape);
}
/** Share of pixels in a box that are not the paper. */
async function inked(png: Uint8Array, left: number, top: number, width: number, height: number): Promise<number> {
  const data = await sharp(png).extract({ left, top, width, height }).greyscale().raw().toBuffer();
  return data.filter((level) => level < 235).length / data.length;
}

test.each(['wide', 'tall'] as const)('%s：尺寸不差，题目印上，同样的稿子同样的字节', async (shape) => {
  const png = await draw(source(), shape);
  const [width, height] = screens[shape];
  expect(await sharp(png).metadata()).toMatchObject({ format: 'png', width, height });
  expect(await inked(png, 96, 240, 700, 300)).toBeGreaterThan(0.1);
  expect(Buffer.compare(Buffer.from(png), Buffer.from(await draw(source(), shape)))).toBe(0);
  const other = await draw(source({ title: '另一个题目' }), shape);
  expect(Buffer.compare(Buffer.from(png), Buffer.from(other))).not.toBe(0);
});

test.each([
  ['极长的标题和摘要', { title: '长'.repeat(100), summary: `${'摘要很长很长'.repeat(8)}。`.repeat(9) }],
  ['一句不断的英文', { title: 'a'.repeat(99), summary: '' }],
  ['什么都只有一个字', { title: '信', summary: '信' }],
])('%s：不出屏，不压落款', async (_, change) => {
  for (const shape of ['wide', 'tall'] as const) {
    const png = await draw(source(change), shape);
    const [width, height] = screens[shape];
    const right = await inked(png, width - 80, 0, 80, height);
    const aboveRule = await inked(png, 0, height - 72 - 220 - 36 - 12, width, 10);
    expect([right, aboveRule], shape).toEqual([0, 0]);
  }
});

test('图片放进去，人工智能生成的写明；打不开的说一句话', async () => {
  const photo = new Uint8Array(
    await sharp({ create: { width: 400, height: 500, channels: 3, background: '#88a090' } })
      .png()
      .toBuffer(),
  );
  const cover = sampleRelease().cover;
  if (!cover) throw new Error('no cover');
  const [plain, marked] = [
    await draw(source({ cover }, photo), 'wide'),
    await draw(source({ cover: { ...cover, aigc: true } }, photo), 'wide'),
  ];
  const differs = await sharp(plain)
    .composite([{ input: Buffer.from(marked), blend: 'difference' }])
    .removeAlpha()
    .greyscale()
    .raw()
    .toBuffer();
  expect(differs.some((level) => level > 60)).toBe(true);
  await expect(draw(source({}, new Uint8Array([1, 2, 3])), 'wide')).rejects.toThrow(
    '村社屏的图片打不开：请换一张 JPG 或 PNG 图片，重新送审。',
  );
});

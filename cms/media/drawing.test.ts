import sharp from 'sharp';
import { readdir, readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { inspectPicture } from './inspect.ts';

it('every committed drawing is light, plain, and passes the door as png', async () => {
  const names = (await readdir('content/media', { recursive: true })).filter((name) => name.endsWith('.svg'));
  expect(names.length).toBeGreaterThanOrEqual(14);
  for (const name of names) {
    const svg = await readFile(`content/media/${name}`);
    expect(svg.length, name).toBeLessThan(30_000);
    expect(svg.toString(), name).not.toMatch(/<text|<image|<script|href=|font/);
    const png = await sharp(svg, { density: 144 }).resize({ width: 640 }).png().toBuffer();
    const { width, height } = await inspectPicture(png);
    const ratio = { portraits: 0.8, scenes: 1.6 }[name.split('/')[0] ?? ''];
    if (ratio) expect(width / height, name).toBeCloseTo(ratio, 1);
    expect((await sharp(png).metadata()).format).toBe('png');
  }
});

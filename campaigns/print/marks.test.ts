import sharp from 'sharp';
import { describe, expect, it, test } from 'vitest';
import { encode } from 'uqr';
import { drawDoubleRule, drawQr, drawSeal, qrSvg, sealSvg } from './marks.ts';
import type { Pdf } from './sheet.ts';

/** A sheet that only remembers what was asked of it. */
function recorded(draw: (pdf: Pdf) => void): { call: string; args: unknown[] }[] {
  const calls: { call: string; args: unknown[] }[] = [];
  const pdf: Pdf = new Proxy({} as Pdf, {
    get:
      (_target, call) =>
      (...args: unknown[]) => {
        calls.push({ call: String(call), args });
        return pdf;
      },
  });
  draw(pdf);
  return calls;
}

const links = [
  ['a short one', 'https://cx.example.gov.cn/s/1'],
  ['one with the number of a delivery', `https://cx.example.gov.cn/s/123456?d=${'0123456789ab'.repeat(3)}`],
  ['one in Chinese', 'https://示例.example/诚信'],
] as const;

describe.each(links)('a QR code of %s', (_what, link) => {
  const { data, size: modules } = encode(link, { ecc: 'M', border: 0 });

  it('on paper has each dark module once, and fills its square exactly', () => {
    const [x, y, size] = [30, 50, modules * 2];
    const calls = recorded((pdf) => drawQr(pdf, link, x, y, size));
    const grid = data.map((line) => line.map(() => 0));
    for (const { call, args } of calls) {
      if (call !== 'rect') continue;
      const [left = 0, top = 0, width = 0, height = 0] = args as number[];
      expect(height).toBeCloseTo(2);
      const row = Math.round((top - y) / 2);
      const first = Math.round((left - x) / 2);
      for (let column = first; column < first + Math.round(width / 2); column += 1) grid[row]![column]! += 1;
    }
    expect(grid).toEqual(data.map((line) => line.map(Number)));
    expect(calls.at(-1)).toEqual({ call: 'fill', args: ['#000000'] });
  });

  it('as a picture is the same to the pixel', async () => {
    const size = modules * 3;
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${size + 10}" height="${size + 20}"><rect width="100%" height="100%" fill="#fff"/>${qrSvg(link, 10, 20, size)}</svg>`;
    const pixels = await sharp(Buffer.from(svg)).greyscale().raw().toBuffer();
    const seen = data.map((line, row) =>
      line.map((_dark, column) => (pixels[(20 + row * 3 + 1) * (size + 10) + 10 + column * 3 + 1] ?? 255) < 128),
    );
    expect(seen).toEqual(data);
  });
});

test('the seal leaves the sheet as it found it: red when signed, without red when void', () => {
  for (const form of ['full', 'void'] as const) {
    const calls = recorded((pdf) => drawSeal(pdf, 10, 20, 96, { form, turn: -8 }));
    expect([calls[0]?.call, calls.at(-1)?.call]).toEqual(['save', 'restore']);
    expect(calls).toContainEqual({ call: 'scale', args: [2] });
    expect(calls).toContainEqual({ call: 'rotate', args: [-8, { origin: [24, 24] }] });
    expect(JSON.stringify(calls).includes('#b3261e')).toBe(form === 'full');
  }
});

test('the seal of a picture fills its square and stays in it', async () => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="80" height="80"><rect width="80" height="80" fill="#fff"/>${sealSvg(16, 16, 48)}</svg>`;
  const pixels = await sharp(Buffer.from(svg)).removeAlpha().raw().toBuffer();
  const white = (x: number, y: number) => (pixels[(y * 80 + x) * 3 + 1] ?? 0) > 250;
  expect([white(12, 40), white(68, 40), white(40, 12), white(40, 68)]).toEqual([true, true, true, true]);
  expect([white(20, 40), white(60, 40), white(40, 18), white(40, 62)]).toEqual([false, false, false, false]);
});

test('a double rule is thick, then thin, and says where the next thing begins', () => {
  const calls = recorded((pdf) => expect(drawDoubleRule(pdf, 10, 100, 200, '#b3261e')).toBeCloseTo(104.8));
  const rules = calls.filter(({ call }) => call === 'rect').map(({ args }) => args as number[]);
  expect(rules.map(([, top]) => top)).toEqual([100, 104]);
  expect(rules[0]?.[3]).toBeGreaterThan(rules[1]?.[3] ?? 9);
});

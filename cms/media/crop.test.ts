import { expect, it } from 'vitest';
import { cropBox } from './crop.ts';

it('is the largest box of the ratio, kept inside the picture', () => {
  expect(cropBox(1600, 1000, 0.8, { x: 50, y: 50 })).toEqual({ left: 400, top: 0, width: 800, height: 1000 });
  expect(cropBox(1600, 1000, 0.8, { x: 0, y: 0 })).toEqual({ left: 0, top: 0, width: 800, height: 1000 });
  expect(cropBox(1600, 1000, 0.8, { x: 100, y: 100 })).toEqual({ left: 800, top: 0, width: 800, height: 1000 });
  expect(cropBox(800, 1000, 2, { x: 50, y: 30 })).toEqual({ left: 0, top: 100, width: 800, height: 400 });
});

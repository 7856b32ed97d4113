import { expect, test } from 'vitest';
import { ownAddress } from './own-address.ts';

test.each(['/s/7', '/s/7/', '/s/7/print/all.zip', '/teach/7.zip', '/teach/7'])(
  '%s is story 7 and nothing else',
  (path) => {
    expect(ownAddress(7, path)).toBe(true);
  },
);

test.each(['/s/70', '/s/17', '/c/news/7', '/', '/teach', '/s/7x'])('%s is not', (path) => {
  expect(ownAddress(7, path)).toBe(false);
});

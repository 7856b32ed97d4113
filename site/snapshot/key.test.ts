import { expect, test } from 'vitest';
import { fileOfKey, snapshotKey } from './key.ts';

test.each([
  ['/', '', '/', 'index.html'],
  ['/s/12', '', '/s/12', 's/12/index.html'],
  ['/s/12/', '?d=abc&utm_source=wx&from=timeline', '/s/12', 's/12/index.html'],
  ['/c/news/feed.xml', '', '/c/news/feed.xml', 'c/news/feed.xml'],
  ['/media/a1b2-960.webp', '', '/media/a1b2-960.webp', 'media/a1b2-960.webp'],
  ['/t/%E8%AF%9A%E4%BF%A1', '', '/t/诚信', 't/诚信/index.html'],
  ['/c/news', '?page=2', '/c/news?page=2', 'c/news/@page=2/index.html'],
])('%s%s is kept as %s', (path, search, key, file) => {
  expect(snapshotKey(path, search, ['page'])).toBe(key);
  expect(fileOfKey(key)).toBe(file);
});

test('the two Unicode forms of one name are one page', () => {
  expect(snapshotKey('/t/e\u0301te', '')).toBe(snapshotKey('/t/%C3%A9te', ''));
});

test.each([
  '/../etc/passwd',
  '/%2e%2e/secret',
  '/s/..%2f..%2fx',
  '/s//12',
  '/.git/config',
  '/s/12%00',
  '/s\\12',
  '/s/12/index.html',
  '/@page=2',
  '/s/%zz',
  '/feed.xml/',
  '/feed.xml/more',
  `/${'长'.repeat(100)}`,
  '/a/b/c/d/e/f/g/h/i',
  '/_astro/x',
  '',
])('%s is never kept', (path) => {
  expect(snapshotKey(path, '')).toBeNull();
});

test.each(['?q=x', '?page=1&page=2', '?page=../x', '?page='])('query %s is never kept', (search) => {
  expect(snapshotKey('/c/news', search, ['page'])).toBeNull();
});

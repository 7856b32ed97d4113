import { expect, it } from 'vitest';
import type { Reader } from '../../read/reader.ts';
import { askOnce, askOwnPages } from './internal-links.ts';
import type { LinkState } from './links.ts';

/** Story 10 and lesson 7 are there; 11 and 8 were taken back. */
const reader = {
  siteUrl: () => 'https://cx.example',
  story: async (serial: number) =>
    serial === 10 ? { state: 'live' } : serial === 11 ? { state: 'withdrawn', withdrawnAt: 'x' } : null,
  material: async (serial: number) =>
    serial === 7 ? {} : serial === 8 ? { state: 'withdrawn', withdrawnAt: 'x' } : null,
  column: async (slug: string) => (slug === 'news' ? {} : null),
  listType: async (slug: string) => (slug === 'tax' ? {} : null),
  campaign: async (year: number, slug: string) => (year === 2026 && slug === '315' ? {} : null),
  media: async (name: string) => (name === 'a-card-640.webp' ? {} : null),
} as unknown as Reader;
const ask = askOwnPages(reader);

it('what readers can open is alive, the ZIP of a lesson and addresses with a query or an anchor too', async () => {
  for (const url of [
    '/',
    '/s/10',
    '/s/10?from=wechat#p3',
    'https://cx.example',
    'https://cx.example/s/10/',
    '/teach/7',
    '/teach/7.zip',
    '/c/news',
    '/lists/tax',
    '/year/2026',
    '/year/2026/315',
    '/media/a-card-640.webp',
  ])
    expect([url, await ask(url)]).toEqual([url, 'alive']);
});

it('what was taken back, was never there, or is no number of a page is dead', async () => {
  for (const url of [
    '/s/11',
    '/s/12',
    '/s/',
    '/s/1e1',
    '/s/010',
    '/s/0xa',
    '/s/%2010',
    '/s/%E0%A4',
    '/teach/8',
    '/teach/8.zip',
    '/teach/7.0',
    '/c/none',
    '/year/26',
    '/year/2026/none',
    '/admin',
  ])
    expect([url, await ask(url)]).toEqual([url, 'dead']);
});

it('other houses are not ours, though their names begin like ours', async () => {
  for (const url of [
    'https://cx.example.evil/s/10',
    '//cx.example/s/10',
    'https://other.example/',
    'mailto:a@x.example',
  ])
    expect([url, await ask(url)]).toEqual([url, null]);
});

it('an address is asked once, and one whose asking fails is not called dead', async () => {
  let times = 0;
  const outside = async (): Promise<LinkState> => {
    times += 1;
    throw new Error('no network');
  };
  const once = askOnce(ask, outside);
  expect(await Promise.all([once('https://other.example/'), once('https://other.example/')])).toEqual([
    'unsure',
    'unsure',
  ]);
  expect(times).toBe(1);
  // Nothing but the web is asked, and without an asker nobody is.
  expect(await once('mailto:a@x.example')).toBe('unsure');
  expect(times).toBe(1);
  expect(await askOnce(ask, null)('https://other.example/')).toBe('unsure');
});

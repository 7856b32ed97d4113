import { expect, it } from 'vitest';
import { loadTitles } from './load-titles.ts';

const asked: string[] = [];
const desk =
  (answer: (path: string) => Response | Promise<Response>): typeof fetch =>
  (input) => {
    asked.push(decodeURIComponent(String(input)));
    return Promise.resolve(answer(String(input)));
  };
const rows = [
  { collection: 'stories', id: 'a' },
  { collection: 'stories', id: 'b' },
  { collection: 'media', id: 'c' },
  { collection: 'stories', id: 'a' },
];
const titleField = (collection: string) => (collection === 'stories' ? 'title' : null);

it('one question a collection, each row once; a row that did not come is gone, or not theirs', async () => {
  asked.length = 0;
  const titles = await loadTitles(
    rows,
    titleField,
    desk((path) => Response.json({ docs: path.includes('/stories') ? [{ id: 'a', title: '甲' }] : [{ id: 'c' }] })),
  );
  expect([...titles]).toEqual([
    ['stories/a', '甲'],
    ['stories/b', null],
    ['media/c', 'c'],
  ]);
  expect(asked).toEqual([
    '/api/stories?depth=0&limit=2&trash=true&select[title]=true&where[id][in][]=a&where[id][in][]=b',
    '/api/media?depth=0&limit=1&trash=true&select[id]=true&where[id][in][]=c',
  ]);
});

it('refused is an answer: not theirs to read; a server that fails is asked again', async () => {
  expect([
    ...(await loadTitles(
      rows,
      titleField,
      desk(() => Response.json({}, { status: 403 })),
    )),
  ]).toEqual([
    ['stories/a', null],
    ['stories/b', null],
    ['media/c', null],
  ]);
  for (const bad of [
    () => Response.json({}, { status: 502 }),
    () => new Response('<html>'),
    () => Response.json({ docs: 'x' }),
    () => Promise.reject(new TypeError('fetch failed')),
  ]) {
    expect((await loadTitles(rows, titleField, desk(bad))).size).toBe(0);
  }
});

it('nothing chosen, nothing asked', async () => {
  asked.length = 0;
  expect([
    (
      await loadTitles(
        [],
        titleField,
        desk(() => Response.json({})),
      )
    ).size,
    asked,
  ]).toEqual([0, []]);
});

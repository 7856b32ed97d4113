import { expect, it } from 'vitest';
import { warm } from './warm.ts';

const answer = (status: number, body = '') => ({ status, headers: [], body: Buffer.from(body) });
const sitemap =
  '<urlset><url><loc>https://cx.example/c/news/</loc></url><url><loc>https://cx.example/c/news/2/</loc></url><url><loc>https://cx.example/s/12/</loc></url></urlset>';

it('the front page and every column are rendered, each once', async () => {
  const asked: string[] = [];
  await warm(
    async (path) => (asked.push(path), answer(200, path === '/sitemap.xml' ? sitemap : '')),
    () => undefined,
  );
  expect(asked[0]).toBe('/');
  expect(asked).toContain('/c/news/');
  expect(asked).not.toContain('/s/12/');
  expect(new Set(asked).size).toBe(asked.length);
});

it('one page that cannot be rendered is told, and keeps no other one down', async () => {
  const lines: string[] = [];
  const asked: string[] = [];
  await warm(
    async (path) => {
      asked.push(path);
      if (path === '/') throw new Error('broken');
      return answer(path === '/year/' ? 500 : 200, path === '/sitemap.xml' ? sitemap : '');
    },
    (line) => lines.push(line),
  );
  expect(lines).toEqual([expect.stringContaining('页面 / '), expect.stringContaining('页面 /year/ ')]);
  expect(asked).toContain('/c/news/');
});

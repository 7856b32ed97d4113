import { expect, test } from 'vitest';
import { tag } from '../../cms/read/nouns.ts';
import type { FrontPage } from '../../cms/read/front-page.ts';
import { fixtureReader } from '../testing/fixture-reader.ts';
import { render } from '../testing/render.ts';

const base = fixtureReader({ today: '2026-06-14', demo: true });
const newest = await base.stories({ column: 'news', size: 9 });
const campaign = (await base.campaigns(2026)).find(({ start, end }) => start <= '2026-06-14' && end >= '2026-06-14');

/** The front page with this arrangement; null: as the reader gives it while there is none. */
async function front(arrangement: FrontPage | null) {
  const reader = arrangement ? { ...base, frontPage: async () => arrangement } : base;
  const { html, tags } = await render('pages/index.astro', { reader });
  const titles = [...html.matchAll(/<h[13][^>]*>(?:<a[^>]*>)?(.*?)<\/(?:a>)?/gs)].map(([, inner = '']) =>
    inner.replace(/<[^>]+>/g, '').trim(),
  );
  return { html, tags, lead: titles[0], news: html.slice(html.indexOf('id="news"')) };
}
const lowest = newest.items.at(-1)!;

test('without an arrangement it is as ever, and it is made again when one is agreed to', async () => {
  const page = await front(null);
  expect(page.tags).toContain(tag.front);
  expect(page.html).toBe((await front({ lead: null, pinned: [] })).html);
  expect(page.html).not.toContain('正在进行：');
});

test('a headline leads in the campaign’s place, which is named beside it, and is not told twice', async () => {
  expect(campaign).toBeDefined();
  const page = await front({ lead: lowest, pinned: [] });
  expect(page.lead?.replaceAll(/\s/g, '')).toBe(lowest.title.replaceAll(/\s/g, ''));
  expect(page.html).toContain('正在进行：');
  expect(page.html).toContain(campaign?.path);
  expect(page.news).not.toContain(`href="${lowest.path}"`);
});

test('what is pinned stands first among the news, in its order', async () => {
  const [first, second] = [newest.items[2]!, newest.items[1]!];
  const { news } = await front({ lead: null, pinned: [first, second] });
  const at = [first, second, newest.items[0]!].map(({ path }) => news.indexOf(`href="${path}"`));
  expect(at).toEqual(at.toSorted((a, b) => a - b));
  expect(at[0]).toBeGreaterThan(0);
});

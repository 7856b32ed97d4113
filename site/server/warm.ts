import type { Answer } from './answer.ts';

/** Pages that everybody opens first: rendered before the site says that it is ready. */
export const entrances: readonly string[] = [
  '/',
  '/year/',
  '/lists/',
  '/teach/',
  '/search/',
  '/sitemap/',
  '/feed.xml',
  '/sitemap.xml',
];

/**
 * Renders the front page, the columns and the other entrances before the first visitor comes. What fails is left to that
 * visitor: a broken page must not keep the rest of the site down.
 * @param render gives the answer of one path and keeps it in the snapshot
 */
export async function warm(render: (path: string) => Promise<Answer>, log: (line: string) => void): Promise<void> {
  const columns = new Set<string>();
  for (const path of entrances) {
    const answer = await render(path).catch(() => null);
    if (!answer || answer.status >= 500) {
      log(`页面 ${path} 没能预先生成，等有人来看时再生成。`);
      continue;
    }
    for (const column of path === '/sitemap.xml' ? columnsIn(Buffer.from(answer.body).toString('utf8')) : [])
      columns.add(column);
  }
  for (const path of columns) await render(path).catch(() => null);
}

const columnsIn = (xml: string): string[] =>
  [...xml.matchAll(/<loc>[^<]*?(\/c\/[^<?/]+\/)<\/loc>/g)].map(([, path]) => path ?? '');

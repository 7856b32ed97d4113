import type { Reader } from '../../cms/read/reader.ts';
import { escapeXml } from '../words/escape.ts';
import { allPages } from './all-pages.ts';

export interface MapEntry {
  path: string;
  /** ISO 8601. */
  changed?: string;
}

/** Every public address, newest stories first. Withdrawn ones are not among them: the reader does not give them. */
export async function siteAddresses(reader: Reader): Promise<MapEntry[]> {
  const year = Number(reader.today().slice(0, 4));
  // Next year's campaigns have their pages as soon as they are confirmed.
  const [columns, lists, ...campaigns] = await Promise.all([
    reader.columns(),
    reader.listTypes(),
    reader.campaigns(year),
    reader.campaigns(year + 1),
  ]);
  const stories = await allPages((page) => reader.stories({ page, size: 100 }));
  const materials = await allPages((page) => reader.materials({ page, size: 100 }));
  return [
    ...['/', `/year/${year}/`, '/lists/', '/teach/', '/sitemap/'].map((path) => ({ path })),
    ...[...columns, ...lists, ...campaigns.flat()].map(({ path }) => ({ path })),
    // What names somebody in a bad light is not laid out for search engines (个人信息保护法 §6).
    ...stories
      .filter(({ namesSomebody }) => !namesSomebody)
      .map(({ path, updatedAt }) => ({ path, changed: updatedAt })),
    ...materials.map(({ path, updatedAt }) => ({ path, changed: updatedAt })),
  ];
}

/** sitemaps.org 0.9; at most 50,000 addresses. */
export function sitemapXml(siteUrl: string, entries: MapEntry[]): string {
  const urls = entries
    .slice(0, 50_000)
    .map(
      ({ path, changed }) =>
        `<url><loc>${escapeXml(encodeURI(siteUrl + path))}</loc>${changed ? `<lastmod>${escapeXml(changed)}</lastmod>` : ''}</url>`,
    );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join('\n')}\n</urlset>\n`;
}

import type { Column, Region } from '../../cms/read/nouns.ts';
import { clock, day } from '../words/date.ts';

/** What an article page states about itself. `path` and `image` are site paths; they are made absolute here. */
interface ArticleMeta {
  title: string;
  /** ISO 8601, first publication. */
  publishedAt: string;
  source: string;
  keywords: string[];
  author: string;
  description: string;
  image: string | null;
  path: string;
}

export interface PageMeta {
  column?: Column | null;
  article?: ArticleMeta | null;
}

export interface MetaTag {
  name: string;
  content: string;
}

/** `YYYY-MM-DD HH:MM` in Asia/Shanghai, as 政府网站发展指引 asks of PubDate. */
export function pubDate(instant: string): string {
  return `${day(instant)} ${clock(instant)}`;
}

/**
 * The meta tags of 国办发〔2017〕47号, annex: site tags on all pages, column tags on column and article pages,
 * article tags on article pages. Empty values are left out, because an empty tag counts as a wrong one.
 */
export function governmentMeta(region: Region, siteUrl: string, meta: PageMeta): MetaTag[] {
  const tags: [string, string][] = [
    ['SiteName', region.siteName],
    ['SiteDomain', region.siteDomain],
    ['SiteIDCode', region.siteIdCode],
  ];
  const { column, article } = meta;
  if (column) {
    tags.push(
      ['ColumnName', column.name],
      ['ColumnDescription', column.description],
      ['ColumnKeywords', column.keywords.join(',')],
      ['ColumnType', column.type],
    );
  }
  if (article) {
    tags.push(
      ['ArticleTitle', article.title],
      ['PubDate', pubDate(article.publishedAt)],
      ['ContentSource', article.source],
      ['Keywords', article.keywords.join(',')],
      ['Author', article.author],
      ['Description', article.description],
      ['Image', article.image ? siteUrl + article.image : ''],
      ['Url', siteUrl + article.path],
    );
  }
  return tags.filter(([, content]) => content !== '').map(([name, content]) => ({ name, content }));
}

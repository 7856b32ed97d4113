/** A 严重失信主体名单 type as data (`content/lists/*.yaml`); law.md §1.2. Link mode only: no rows here. */
export interface ListType {
  slug: string;
  name: string;
  path: string;
  authority: string;
  summary: string;
  /** Plain answers, ready to show. */
  who: string;
  fields: string;
  personId: string;
  period: string;
  exit: string;
  basis: { title: string; docNo: string; article: string; effective: string; source: string; confidence: number }[];
  catalogItem: string;
  catalogEdition: string;
  officialUrl: string;
  officialName: string;
  mode: 'link';
  checkedOn: string;
}

/** The city, as `content/region/<slug>.yaml` states it. Another city needs another file, no code. */
export interface Region {
  slug: string;
  city: string;
  /** “诚信广元” */
  siteName: string;
  motto: string;
  siteDomain: string;
  /** Ten digits; 示例 in the starter file. */
  siteIdCode: string;
  icp: string;
  police: string;
  host: string;
  organiser: string;
  operator: string;
  phone: string;
  portal: { name: string; url: string };
  creditChina: { name: string; url: string };
  /** Whom newspapers, broadcasters and villages call about what they were given. */
  contact: { desk: string; phone: string; email: string };
  editorialName: string;
  districts: string[];
  counties?: string[];
}

import type { z } from 'zod';
import type { CopyLine } from './copy-state.ts';
import type {
  caseStepsSchema,
  correctionSchema,
  namedFactsSchema,
  pictureSchema,
  roleModelFactsSchema,
} from './facts-schema.ts';

export const storyKinds = {
  'role-model': '诚信典型',
  case: '警示案例',
  knowledge: '信用知识',
  policy: '政策解读',
  activity: '活动动态',
  result: '工作成果',
  artwork: '文艺作品·公益广告',
} as const;
export type StoryKind = keyof typeof storyKinds;

export type Picture = z.infer<typeof pictureSchema>;

export interface StoryCard {
  serial: number;
  /** `/s/<serial>` */
  path: string;
  kind: StoryKind;
  kindName: string;
  /** `name` null: two people stand for none of it yet, and it has no page. */
  column: { slug: string; name: string | null };
  title: string;
  summary: string;
  /** First publication, ISO 8601 with zone. Never changes (PubDate must not be forged). */
  publishedAt: string;
  /** Latest sign-off or correction: what feeds, site map and pages give as the day of the last change. */
  updatedAt: string;
  picture: Picture | null;
  /** Only for role models. */
  roleModel: RoleModelFacts | null;
  tags: string[];
  /** Invented: its source says 示例. Pages say so beside the name. */
  example: boolean;
  /** A case that names somebody: not for search engines, sitemaps or print. Absent: it names nobody. */
  namesSomebody?: true;
}

export type RoleModelFacts = z.infer<typeof roleModelFactsSchema>;

export type CaseSteps = z.infer<typeof caseStepsSchema>;

export type NamedFacts = z.infer<typeof namedFactsSchema>;

export type Correction = z.infer<typeof correctionSchema>;

export interface Story extends StoryCard {
  state: 'live';
  version: number;
  hash: string;
  /** Clean HTML, headings h2–h3; pictures carry src, srcset, width, height, alt. */
  html: string;
  /** The whole rendition in the same clean HTML: facts of its kind, text, anonymity line, corrections. What leaves the site is made of this. */
  whole: string;
  author: string;
  source: string;
  sourceUrl: string | null;
  editor: string;
  /** Latest release's sign-off, ISO 8601 with zone. */
  signedAt: string;
  /** “本稿经初审、复审、终审，由终审人签发” with names left out. */
  reviewNote: string;
  caseSteps: CaseSteps | null;
  /** Only for a case that names somebody; such a page is not for search engines. */
  named?: NamedFacts | null;
  /** Before this instant (ISO 8601 with zone) newspapers may not print it; null or absent: at once. */
  embargo?: string | null;
  /** Why nobody can be recognised in a case, as a sentence; null where that is not established. */
  anonymity: string | null;
  corrections: Correction[];
  /** One sentence while a correction waits for a second person; absent: none does. */
  correcting?: string;
  /** How far the copies on channels are put right; empty without a correction. */
  copies: CopyLine[];
  /** Same column, by date. */
  previous: StoryCard | null;
  next: StoryCard | null;
  /** Other role models of the batch. */
  siblings: StoryCard[];
}

export interface Withdrawn {
  state: 'withdrawn';
  serial: number;
  publishedAt: string;
  withdrawnAt: string;
  /** Public reason, one sentence without the harmful content. */
  reason: string;
  decidedBy: string;
  /** How far the copies on channels are taken back; empty when there were none. */
  copies: CopyLine[];
}

export interface StoryQuery {
  column?: string;
  kind?: StoryKind;
  /** `YYYY-MM` */
  month?: string;
  batch?: string;
  /** Substring of title, summary or text. */
  search?: string;
  page?: number;
  size?: number;
}

export interface Page<T> {
  items: T[];
  page: number;
  pages: number;
  total: number;
}

import type { StoryCard } from '../../../cms/read/nouns.ts';
import { numeral } from '../../words/date.ts';

/** Role models of one 发布批次, newest batch first. */
export interface Batch {
  name: string;
  /** `YYYY-MM-DD`, or null when not stated. */
  date: string | null;
  stories: StoryCard[];
}

/** A unit rather than a person: the gallery counts and shows them apart. */
export function isUnit(story: StoryCard): boolean {
  return /企业|群体|单位|集体|商户|机构/u.test(story.roleModel?.category ?? '') && !story.picture;
}

/** “六人两单位”. */
export function headcount(stories: StoryCard[]): string {
  const units = stories.filter(isUnit).length;
  const words = (n: number, unit: string) => (n ? `${n === 2 ? '两' : n < 100 ? numeral(n) : n}${unit}` : '');
  return words(stories.length - units, '人') + words(units, '单位');
}

/** The categories of these role models, in the order in which they first appear: the choices of the filter. */
export function categories(batches: Batch[]): string[] {
  return [...new Set(batches.flatMap(({ stories }) => stories.flatMap(({ roleModel }) => roleModel?.category || [])))];
}

/** Only one category; batches without any are left out. */
export function ofCategory(batches: Batch[], category: string): Batch[] {
  return batches
    .map((batch) => ({ ...batch, stories: batch.stories.filter(({ roleModel }) => roleModel?.category === category) }))
    .filter(({ stories }) => stories.length > 0);
}

/** Groups cards by batch, in the order of publication; batches by date, the newest first. */
export function groupByBatch(stories: StoryCard[]): Batch[] {
  const groups = new Map<string, Batch>();
  for (const story of [...stories].sort((a, b) => a.publishedAt.localeCompare(b.publishedAt) || a.serial - b.serial)) {
    const name = story.roleModel?.batch || '其他';
    const group = groups.get(name) ?? { name, date: story.roleModel?.batchDate ?? null, stories: [] };
    group.stories.push(story);
    groups.set(name, group);
  }
  const day = (batch: Batch) => batch.date ?? batch.stories[0]?.publishedAt.slice(0, 10) ?? '';
  return [...groups.values()].sort((a, b) => day(b).localeCompare(day(a)));
}

/**
 * Batches of which the record tells but whose last role model is gone: they stay, empty, behind the others, so that the
 * empty frame keeps its place.
 */
export function withEmptied(batches: Batch[], told: readonly (string | null)[]): Batch[] {
  const gone = [...new Set(told)].filter((name) => name && !batches.some((batch) => batch.name === name));
  return [...batches, ...gone.map((name) => ({ name: name ?? '', date: null, stories: [] }))];
}

/** Whole batches per page, so that a page never cuts one: a page closes when it holds `size` cards or more. */
export function batchPages(batches: Batch[], size = 24): Batch[][] {
  const pages: Batch[][] = [];
  let open: Batch[] = [];
  let count = 0;
  for (const batch of batches) {
    open.push(batch);
    count += batch.stories.length;
    if (count >= size) {
      pages.push(open);
      open = [];
      count = 0;
    }
  }
  if (open.length > 0 || pages.length === 0) pages.push(open);
  return pages;
}

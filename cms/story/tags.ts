import { least } from '../../campaigns/lists/least.ts';
/**
 * Names under which the snapshot remembers what a page shows. The site sets them when it renders, the publishing side
 * invalidates them when data change. A page carries the tag of everything it shows, so nobody keeps a list of pages.
 */
export const tag = {
  /** Names, codes and telephone numbers of the city, and the columns: on every page. */
  region: 'region',
  /** Whatever depends on what day it is; invalidated at 00:00 Asia/Shanghai. */
  day: 'day',
  /** What people have put on the front page. */
  front: 'front',
  /** Occasions and campaigns of a year. */
  year: (year: number) => `year:${year}`,
  campaign: (year: number, slug: string) => `campaign:${year}/${slug}`,
  column: (slug: string) => `column:${slug}`,
  story: (serial: number) => `story:${serial}`,
  batch: (batch: string) => `batch:${batch}`,
  lists: 'lists',
  list: (slug: string) => `list:${slug}`,
  materials: 'materials',
  material: (serial: number) => `material:${serial}`,
  /** Every released picture, and one of them by its id. */
  media: 'media',
  picture: (id: string) => `picture:${id}`,
  /** Says of a page that it is right until this instant (ISO 8601) only. */
  until: (instant: string) => `until:${instant}`,
  /** Not a page's tag: says that what bears this serial has been taken back, so that no older file of it may be shown. */
  gone: (serial: number) => `gone:${serial}`,
} as const;

/** The serials that were taken back among changed tags. */
export const goneSerials = (tags: readonly string[]): number[] =>
  tags.flatMap((name) => (name.startsWith('gone:') ? [Number(name.slice('gone:'.length))] : []));

/** The earliest instant that `until:` tags name, in milliseconds; null when none does. */
export function untilOf(tags: readonly string[]): number | null {
  const ends = tags
    .flatMap((name) => (name.startsWith('until:') ? [Date.parse(name.slice('until:'.length))] : []))
    .filter((at) => !Number.isNaN(at));
  return least(ends);
}

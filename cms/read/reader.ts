import type { Campaign, CampaignCard } from './campaign.ts';
import type { Column } from '../story/column.ts';
import type { FrontPage } from './front-page.ts';
import type { ListType } from '../story/list-type.ts';
import type { Material, MaterialFeed, MaterialFilter } from './material.ts';
import type { PublicNotice } from './notice.ts';
import type { OccasionDay } from './occasion.ts';
import type { PrintFile, PrintName } from './print-pack.ts';
import type { Region } from '../story/region.ts';
import type { Found } from './search.ts';
import type { Page, Story, StoryCard, StoryQuery, Withdrawn } from '../story/facts.ts';

/**
 * The only door to published data. Everything here was released by 终审签发 and is not withdrawn;
 * drafts, people's accounts and the outbox cannot be reached through it. Days are `YYYY-MM-DD`, instants ISO 8601
 * with zone, both Asia/Shanghai. Methods reject when the database is down: the snapshot then keeps serving its files.
 */
export interface Reader {
  /** Civil day in Asia/Shanghai by the injected clock. */
  today(): string;
  /** What an almanac leaf says of a civil day: “农历丙午年四月廿九”, “星期日”. */
  almanac(day: string): { lunar: string; weekday: string };
  /** True when pushes go to emulators: every page then says 演示. */
  demo(): boolean;
  /** Public base URL without a trailing slash, e.g. `https://cx.example.gov.cn`. */
  siteUrl(): string;
  region(): Promise<Region>;
  columns(): Promise<Column[]>;
  column(slug: string): Promise<Column | null>;
  stories(query: StoryQuery): Promise<Page<StoryCard>>;
  /** Stories, lessons and list explainers that hold these words, facts of their kind included. */
  search(query: { words: string; page?: number; size?: number }): Promise<Found>;
  story(serial: number): Promise<Story | Withdrawn | null>;
  /** Public record of corrections and withdrawals, newest first. */
  notices(): Promise<PublicNotice[]>;
  /** 头条 and 置顶 as people have arranged them, at this moment. */
  frontPage(): Promise<FrontPage>;
  /** All occasions of a year, by first day. */
  year(year: number): Promise<OccasionDay[]>;
  /** This year's and the next one's occasions as iCalendar text (RFC 5545), for subscribing. */
  calendarIcs(): Promise<string>;
  /** The campaigns of a year, by first day; only confirmed ones. */
  campaigns(year: number): Promise<CampaignCard[]>;
  campaign(year: number, slug: string): Promise<Campaign | null>;
  listTypes(): Promise<ListType[]>;
  listType(slug: string): Promise<ListType | null>;
  materials(filter: MaterialFilter): Promise<Page<Material>>;
  material(serial: number): Promise<Material | Withdrawn | null>;
  /** Machine catalogue: changes (also deletions) since an instant. */
  materialFeed(since: string | null): Promise<MaterialFeed>;
  /** Bytes of the lesson ZIP, built from the release; null when there is none. */
  materialZip(serial: number): Promise<{ fileName: string; bytes: Uint8Array; hash: string } | null>;
  /** One file of a live story's 打印包, made from its release; null when there is none. */
  printFile(serial: number, name: PrintName): Promise<PrintFile | null>;
  /** Bytes of a released picture, for `/media/<id>-<size>.<ext>`; null unless some live release shows it. */
  media(fileName: string): Promise<{ bytes: Uint8Array; mime: string } | null>;
}

import { civilDay, weekday } from '../../campaigns/calendar/civil-day.ts';
import { lunarText } from '../../campaigns/calendar/lunar.ts';
import { publicFiles } from '../texts/files/public-files.ts';
import type { ListType } from '../story/list-type.ts';
import { readCalendarIcs } from './payload/calendar-ics.ts';
import { readCampaign } from './payload/campaign.ts';
import { readCampaigns, readYear } from './payload/campaigns.ts';
import { readColumns } from './payload/columns.ts';
import { agreedItems, readFrontPage } from './payload/front-page.ts';
import { readMaterialFeed } from './payload/material-feed.ts';
import { readMaterial, readMaterials, readMaterialZip } from './payload/materials.ts';
import { readMedia } from './payload/media.ts';
import { readNotices } from './payload/notices.ts';
import { createPrintReader } from './payload/print-pack.ts';
import { readSearch } from './payload/search.ts';
import type { ReaderSource } from './payload/source.ts';
import { readStories } from './payload/stories.ts';
import { createStanding } from '../store/standing.ts';
import { readStory } from './payload/story.ts';
import type { Reader } from './reader.ts';

/** The public's view of this CMS. Reads without access rules, and therefore only what was released. */
export function createReader({ payload, clock, demo, siteUrl, content }: ReaderSource): Reader {
  const reading = { payload, standing: createStanding(payload, clock) };
  const files = publicFiles(payload, content);
  const region = () => files.region();
  const lists = async (): Promise<ListType[]> =>
    (await files.lists()).map((list) => ({ ...list, path: `/lists/${list.slug}/` }));
  const desk = async () => (await region()).editorialName;
  return {
    today: () => civilDay(clock.now()),
    almanac: (day) => ({ lunar: lunarText(day), weekday: weekday(day) }),
    demo: () => demo,
    siteUrl: () => siteUrl,
    region,
    columns: () => readColumns(payload),
    column: async (slug) => (await readColumns(payload)).find((column) => column.slug === slug) ?? null,
    stories: (query) => readStories(reading, query),
    search: async (query) => readSearch(reading, await lists(), query),
    story: async (serial) => readStory(reading, serial, await desk()),
    notices: () => readNotices(reading),
    frontPage: async () => readFrontPage(reading, clock, await agreedItems(payload)),
    year: (year) => readYear(payload, year),
    calendarIcs: async () => readCalendarIcs(payload, { now: clock.now(), siteUrl, region: await region() }),
    campaigns: (year) => readCampaigns(payload, year),
    campaign: (year, slug) => readCampaign(reading, year, slug),
    listTypes: lists,
    listType: async (slug) => (await lists()).find((list) => list.slug === slug) ?? null,
    materials: (filter) => readMaterials(reading, filter),
    material: async (serial) => readMaterial(reading, serial, await desk()),
    materialFeed: (since) => readMaterialFeed(reading, since, clock.now()),
    materialZip: (serial) => readMaterialZip(reading, serial),
    printFile: createPrintReader({ reading, siteUrl, region }),
    media: (fileName) => readMedia(reading, fileName),
  };
}

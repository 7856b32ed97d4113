import type { Payload } from 'payload';
import type { Clock } from '../../../campaigns/ports/clock.ts';
import { agreedItems, asItems, readFrontPage } from '../../read/payload/front-page.ts';
import { createStanding } from '../../store/standing.ts';
import type { FrontItem } from '../../story/front-item.ts';

/** Titles of the front page at one moment. */
export interface FrontTitles {
  lead: string | null;
  pinned: string[];
}

/** The front page at a moment: as it will be if nobody agrees to anything more, and as it would be with what is saved. */
export interface FrontPreview {
  agreed: FrontTitles;
  saved: FrontTitles;
}

/** The same code that the site reads with, at another clock. */
export async function previewFront(payload: Payload, at: Date): Promise<FrontPreview> {
  const clock: Clock = { now: () => at, sleep: () => Promise.resolve() };
  const reading = { payload, standing: createStanding(payload, clock) };
  const titles = async (items: readonly FrontItem[]): Promise<FrontTitles> => {
    const { lead, pinned } = await readFrontPage(reading, clock, items);
    return { lead: lead?.title ?? null, pinned: pinned.map(({ title }) => title) };
  };
  const { docs } = await payload.find({ collection: 'front-pages', depth: 0, limit: 1, pagination: false });
  return { agreed: await titles(await agreedItems(payload)), saved: await titles(asItems(docs[0]?.items)) };
}

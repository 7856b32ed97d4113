import type { Payload } from 'payload';
import type { Clock } from '../../../campaigns/ports/clock.ts';
import { createReader } from '../../read/payload-reader.ts';
import type { PrintName } from '../../read/print-pack.ts';

/** They all come out of one pack. */
const printed: PrintName[] = ['broadcast.txt'];

/** One story as somebody might look for it from outside. */
export interface Sought {
  serial: number;
  /** A word that stands in its text and nowhere else. */
  word: string;
  /** File name of its picture, if it has one. */
  picture?: string;
  batch?: string;
}

/**
 * Everything that the public's reader gives, by the name of what was asked: whatever shows the story says so. The reader is
 * a new one each time, as that of a process that has just been started, and no worker lives beside it.
 */
export async function whereItShows(payload: Payload, clock: Clock, sought: Sought): Promise<string[]> {
  const reader = createReader({ payload, clock, demo: true, siteUrl: 'https://cx.example' });
  const year = Number(reader.today().slice(0, 4));
  const asked: Record<string, Promise<unknown>> = {
    page: reader.story(sought.serial),
    lesson: reader.material(sought.serial),
    newest: reader.stories({ size: 100 }),
    column: reader.stories({ column: 'knowledge', size: 100 }),
    month: reader.stories({ month: reader.today().slice(0, 7), size: 100 }),
    batch: reader.stories({ batch: sought.batch ?? '没有这一批', size: 100 }),
    search: reader.stories({ search: sought.word }),
    'search page': reader.search({ words: sought.word }),
    neighbours: Promise.all([1, 2, 3, 4].filter((n) => n !== sought.serial).map((n) => reader.story(n))),
    notices: reader.notices(),
    lessons: reader.materials({ size: 100 }),
    catalogue: reader.materialFeed(null),
    'catalogue since': reader.materialFeed('2026-01-01T00:00:00+08:00'),
    campaigns: reader.campaigns(year),
    'campaign calendar': reader.calendarIcs(),
    zip: reader.materialZip(sought.serial),
    picture: reader.media(sought.picture ?? 'none'),
    ...Object.fromEntries(printed.map((name) => [name, reader.printFile(sought.serial, name)])),
  };
  const shows: string[] = [];
  for (const [name, answer] of Object.entries(asked)) {
    const said = await answer;
    const own = ['page', 'lesson', 'zip', 'picture', ...printed].includes(name) && said !== null;
    const text = JSON.stringify(said) ?? '';
    if (own || text.includes(sought.word) || new RegExp(`/(s|teach)/${sought.serial}\\b`).test(text)) shows.push(name);
  }
  return shows;
}

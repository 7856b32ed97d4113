import type { Payload } from 'payload';
import type { Workdays } from '../../../campaigns/calendar/workday.ts';
import type { Person } from '../../access/person.ts';
import type { Story } from '../../payload-types.ts';
import { idOf } from '../../database/id-of.ts';
import { standsFor, type CaseFile } from '../../story/case-file.ts';
import { deskSettings, type DeskSettings } from '../../review/desk-settings.ts';
import { leavesAt } from '../../review/leave.ts';
import { editorsDoor, reviewsDoor } from '../../story/review-doors.ts';
import { contentOf } from '../../content/content.ts';

/** What is the same for every waiting story: read once. */
export interface WaitingDesk {
  settings: DeskSettings;
  workdays: Workdays;
  /** Who is on leave today → substitutes. */
  leaves: ReadonlyMap<string, string[]>;
  names: ReadonlyMap<string, string>;
}

export async function waitingDesk(payload: Payload, now: Date): Promise<WaitingDesk> {
  const [settings, workdays, leaves, { docs }] = await Promise.all([
    deskSettings(payload),
    contentOf(payload).workdays(),
    leavesAt(payload, now),
    payload.find({ collection: 'users', depth: 0, pagination: false, select: { name: true } }),
  ]);
  return { settings, workdays, leaves, names: new Map(docs.map(({ id, name }) => [id, name])) };
}

type Row = Pick<Story, 'stage' | 'round' | 'reviews' | 'editors' | 'contentHash' | 'createdBy' | 'assignee'>;

/** How a story is named when it cannot be read: the others stand on 今日 all the same. */
export const storyName = ({ id, title }: Pick<Story, 'id' | 'title'>): readonly [string, string] => [
  `story ${id}`,
  `稿件《${title}》`,
];

/** A waiting story as the review rules see it in a list. What is missing is told on its own page, where it can be mended. @throws UnfitColumn */
export function waitingFile(story: Row, { leaves, names, settings }: WaitingDesk): CaseFile {
  const named = idOf(story.assignee);
  return {
    stage: story.stage,
    round: story.round,
    contentHash: story.contentHash ?? '',
    createdBy: idOf(story.createdBy),
    editors: editorsDoor.need(story.editors),
    reviews: reviewsDoor.need(story.reviews),
    live: false,
    missing: [],
    openComments: 0,
    openMust: 0,
    signed: null,
    assignee: named ? { id: named, name: names.get(named) ?? '', delegates: leaves.get(named) ?? [] } : null,
    smallOffice: settings.smallOffice,
    terms: settings,
  };
}

/** Whether the waiting review was given to this person (or to somebody they stand in for), and what to say of it. */
export function named(file: CaseFile, person: Person): { mine: boolean; note: string } {
  const { assignee } = file;
  if (!assignee) return { mine: false, note: '' };
  if (assignee.id === person.id) return { mine: true, note: '指定由您审' };
  const absent = standsFor(file, person);
  return absent ? { mine: true, note: `代${absent.name}` } : { mine: false, note: `指定由${assignee.name}审` };
}

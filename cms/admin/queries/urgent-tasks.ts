import type { Payload } from 'payload';
import type { Person } from '../../access/person.ts';
import { reviewerName, type Review } from '../../story/act.ts';
import { pendingCorrection } from '../../story/case-file.ts';
import { judge } from '../../review/machine.ts';
import type { Task } from './my-work.ts';
import { storyName, waitingFile, type WaitingDesk } from './waiting-file.ts';
import { reviewsDoor } from '../../story/review-doors.ts';
import { readable } from '../../../campaigns/bulkhead/each.ts';

const lastWriters = (reviews: readonly Review[]): string[] =>
  reviews.findLast(({ act }) => act === 'sign')?.writers ?? [];

/** Urgent corrections that somebody has proposed and this person may confirm. None is older than the term within which it may be. */
export async function urgentTasks(payload: Payload, person: Person, now: Date, desk: WaitingDesk): Promise<Task[]> {
  const since = new Date(now.getTime() - desk.settings.urgentHours * 3_600_000);
  const { docs } = await payload.find({
    collection: 'stories',
    where: { and: [{ stage: { equals: 'signed' } }, { updatedAt: { greater_than_equal: since.toISOString() } }] },
    depth: 0,
    pagination: false,
    joins: false,
    select: {
      title: true,
      stage: true,
      round: true,
      reviews: true,
      editors: true,
      contentHash: true,
      createdBy: true,
      assignee: true,
    },
  });
  return readable(docs, storyName, (story): Task[] => {
    // That it is live, and for how long, is told on its own page.
    const file = {
      ...waitingFile(story, desk),
      live: true,
      signed: { signers: [], writers: lastWriters(reviewsDoor.need(story.reviews)), hoursOld: 0, goneOut: false },
    };
    const pending = pendingCorrection(file);
    if (!pending?.passage || !judge('correct-urgent', file, person, '核对', { passage: pending.passage }).ok) return [];
    const { right, wrong } = pending.passage;
    return [
      {
        id: story.id,
        title: story.title,
        href: `/admin/collections/stories/${story.id}`,
        button: '核对',
        detail: `${reviewerName(pending)}提出：“${wrong}”改为“${right}”，等另一人确认`,
        due: now,
        since: new Date(pending.at),
      },
    ];
  }).flat();
}

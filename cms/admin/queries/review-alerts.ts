import type { Payload } from 'payload';
import { civilDay, wallTime, instantOf } from '../../../campaigns/calendar/civil-day.ts';
import { idOf } from '../../database/id-of.ts';
import { isWithdrawn } from '../../release/newest.ts';
import { stageDue } from '../../review/stage-due.ts';
import { stages } from '../../story/stage.ts';
import { lasting, nearMoment } from '../../words/words.ts';
import type { Alert } from './alerts.ts';
import { storyName, waitingDesk, waitingFile, type WaitingDesk } from './waiting-file.ts';
import { readable } from '../../../campaigns/bulkhead/each.ts';

const page = (id: string) => `/admin/collections/stories/${id}`;

/** Reviews past their term, the longest overdue first, and urgent corrections whose three reviews have not been made up. */
export async function reviewAlerts(payload: Payload, now: Date): Promise<Alert[]> {
  const desk = await waitingDesk(payload, now);
  const [late, urgent] = await Promise.all([lateReviews(payload, now, desk), openUrgent(payload)]);
  return [...urgent, ...late];
}

async function lateReviews(payload: Payload, now: Date, desk: WaitingDesk): Promise<Alert[]> {
  const { docs } = await payload.find({
    collection: 'stories',
    where: { stage: { in: ['first', 'second', 'final'] } },
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
  return readable(docs, storyName, (story) => {
    const file = waitingFile(story, desk);
    const due = stageDue(file, desk.settings, desk.workdays);
    return due && due <= now ? [{ story, file, due }] : [];
  })
    .flat()
    .sort((a, b) => a.due.getTime() - b.due.getTime())
    .map(({ due, file, story }): Alert => {
      // Told again, louder, when a whole working day has passed since.
      const again = instantOf(desk.workdays.addWorkingDays(civilDay(due), 1).day, wallTime(due)) <= now;
      const who = file.assignee ? `，指定由${file.assignee.name}审` : '';
      return {
        id: `review-${story.id}`,
        shape: again ? 'refused' : 'person',
        word: again ? '审签又催' : '审签逾期',
        what: `《${story.title}》${stages[story.stage]}${who}，应于${nearMoment(due, now)}审完，已晚${lasting(now.getTime() - due.getTime())}。`,
        advice: again
          ? '又过了一个工作日：请终审人转交给能审的人。'
          : '请审核人尽快审；审不了的请转交给有同样职责的同事。',
        button: '看稿件',
        href: page(story.id),
      };
    });
}

async function openUrgent(payload: Payload): Promise<Alert[]> {
  const { docs } = await payload.find({
    collection: 'releases',
    where: { reviewMode: { equals: 'urgent' } },
    sort: 'signedAt',
    depth: 0,
    pagination: false,
    select: { story: true, version: true, title: true, signedBy: true },
  });
  const alerts = await Promise.all(
    docs.map(async ({ id, signedBy, story, title, version }): Promise<Alert[]> => {
      const storyId = idOf(story) ?? '';
      const { totalDocs: later } = await payload.count({
        collection: 'releases',
        where: { and: [{ story: { equals: storyId } }, { version: { greater_than: version } }] },
      });
      if (later > 0 || (await isWithdrawn(payload, id))) return [];
      return [
        {
          id: `urgent-${storyId}`,
          shape: 'person',
          word: '待补三审',
          what: `《${title}》由${signedBy}两人紧急更正上线，初审、复审、终审还没有补做。`,
          advice: '请按次序补审签发；提出更正的人算改过稿，由别人审。',
          button: '看稿件',
          href: page(storyId),
        },
      ];
    }),
  );
  return alerts.flat();
}

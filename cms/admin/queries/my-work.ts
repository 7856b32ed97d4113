import type { Payload } from 'payload';
import type { OccasionDay } from '../../../campaigns/calendar/occasion-days.ts';
import { addDays, civilDay } from '../../../campaigns/calendar/civil-day.ts';
import type { Person } from '../../access/person.ts';
import { can } from '../../access/can.ts';
import { storyKinds } from '../../story/facts.ts';
import { reviewActs, reviewerName, type ReviewAct } from '../../story/act.ts';
import { openTexts, type WaitingText } from '../../desk/texts/waiting.ts';
import { judge } from '../../review/machine.ts';
import { secrecyDue, stageDue } from '../../review/stage-due.ts';
import { monthDay } from '../../words/words.ts';
import type { YearCampaign } from '../../schedule/campaigns.ts';
import { fileTasks } from './file-tasks.ts';
import { pushTasks } from './push-tasks.ts';
import { secrecyTasks } from './secrecy-tasks.ts';
import { inOrder } from './task-order.ts';
import { refusedTextTasks, textTasks } from './text-tasks.ts';
import { textTerms } from './text-terms.ts';
import { urgentTasks } from './urgent-tasks.ts';
import { storyName, named, waitingDesk, waitingFile } from './waiting-file.ts';
import { readable } from '../../../campaigns/bulkhead/each.ts';

/** One thing that waits for me. */
export interface Task {
  id: string;
  title: string;
  detail: string;
  href: string;
  button: string;
  /** When it should be done: the first time it is planned to go out; null when nothing depends on it yet. */
  due: Date | null;
  /** Since when it waits. */
  since: Date;
  /** By when the review itself should be done (`cms/review/stage-due.ts`); null for what is no review. */
  reviewDue?: Date | null;
  /** Given to me by name, or to somebody on leave for whom I stand in. */
  mine?: boolean;
}
export interface TaskGroup {
  name: string;
  tasks: Task[];
}

type ReviewGroup = Extract<ReviewAct, 'sign' | 'approve-second' | 'approve-first' | 'clear-secrecy'>;
const groups: Record<ReviewGroup, { name: string; button: string }> = {
  sign: { name: reviewActs.sign, button: '终审' },
  'approve-second': { name: '复审', button: '复审' },
  'approve-first': { name: '初审', button: '初审' },
  'clear-secrecy': { name: '保密审查', button: '审查' },
};
const textGroup = '公开文字等第二人同意';
const namedGroup = '指定由您审';
const waiting = ['first', 'second', 'final'] as const;
/** How far ahead a proposed date begins to wait for its notice. */
const noticeDays = 45;

export interface WorkInput {
  person: Person;
  now: Date;
  campaigns: readonly YearCampaign[];
  occasions: readonly OccasionDay[];
  /** What waits for a second person, where it has been read already. */
  texts?: () => Promise<readonly WaitingText[]>;
}

/** What waits for a person, grouped by act, nearest deadline first. Empty groups are left out. */
export async function loadMyWork(
  payload: Payload,
  { person, now, campaigns, occasions, texts: read = () => openTexts(payload, now) }: WorkInput,
): Promise<TaskGroup[]> {
  const [desk, { docs }] = await Promise.all([
    waitingDesk(payload, now),
    payload.find({
      collection: 'stories',
      where: { stage: { in: [...waiting, 'returned'] } },
      pagination: false,
      depth: 0,
      joins: false,
      select: {
        assignee: true,
        title: true,
        kind: true,
        stage: true,
        round: true,
        reviews: true,
        editors: true,
        contentHash: true,
        createdBy: true,
        updatedAt: true,
      },
    }),
  ]);
  const dueOf = firstPlanned(campaigns, now);
  const found = new Map<string, Task[]>();
  const put = (name: string, task: Task) => found.set(name, [...(found.get(name) ?? []), task]);
  readable(docs, storyName, (story) => {
    const file = waitingFile(story, desk);
    const { reviews } = file;
    const last = reviews.at(-1);
    const base = {
      id: story.id,
      title: story.title,
      href: `/admin/collections/stories/${story.id}`,
      due: dueOf.get(story.id) ?? null,
      since: new Date(last?.at ?? story.updatedAt),
    };
    const kind = story.kind === 'material' ? '教学材料' : storyKinds[story.kind];
    if (story.stage === 'returned') {
      if (file.createdBy !== person.id && !file.editors.includes(person.id)) return;
      put('退回给我', {
        ...base,
        button: '修改',
        detail: `${kind}　退回人 ${last?.byName ?? ''}：${last?.note ?? ''}`,
      });
      return;
    }
    const act = (Object.keys(groups) as ReviewGroup[]).find((name) => judge(name, file, person).ok);
    if (!act) return;
    const { mine, note } = named(file, person);
    const due =
      act === 'clear-secrecy'
        ? secrecyDue(file, desk.settings, desk.workdays)
        : stageDue(file, desk.settings, desk.workdays);
    const before = reviews
      .filter(({ round, act: a }) => round === story.round && a !== 'reassign')
      .map((review) => `${shortAct[review.act]} ${reviewerName(review)}`);
    // What somebody was named for is theirs whatever its act; the secrecy check is nobody's by name.
    const own = mine && act !== 'clear-secrecy';
    put(own ? namedGroup : groups[act].name, {
      ...base,
      button: groups[act].button,
      detail: [kind, ...before, note].filter(Boolean).join('　'),
      reviewDue: due,
      mine: own,
    });
  });
  for (const task of await urgentTasks(payload, person, now, desk)) put(reviewActs['correct-urgent'], task);
  for (const task of await secrecyTasks(payload, person)) put('判定认得出谁', task);
  const [texts, term] = [await read(), await textTerms(payload)];
  for (const task of textTasks(texts, person, term)) put(textGroup, task);
  for (const task of refusedTextTasks(texts, person, now)) put('退回给我', task);
  for (const task of confirmations(person, now, occasions)) put('等我确认', task);
  for (const task of await fileTasks(payload, person)) put(textGroup, task);
  const pushes = await pushTasks(payload, person, now);
  for (const task of pushes.toConfirm) put('等我确认', task);
  for (const task of pushes.declined) put('退回给我', task);
  const order = [
    reviewActs['correct-urgent'],
    namedGroup,
    '判定认得出谁',
    ...Object.values(groups).map(({ name }) => name),
    '退回给我',
    textGroup,
    '等我确认',
  ];
  return order.flatMap((name) => {
    const tasks = found.get(name);
    return tasks ? { name, tasks: tasks.sort(inOrder(now)) } : [];
  });
}

const shortAct: Record<ReviewAct, string> = {
  submit: reviewActs.submit,
  'approve-first': '初审',
  'approve-second': '复审',
  'clear-secrecy': '保密',
  reassign: reviewActs.reassign,
  return: reviewActs.return,
  sign: '终审',
  reschedule: reviewActs.reschedule,
  'withdraw-sign': reviewActs['withdraw-sign'],
  'correct-urgent': reviewActs['correct-urgent'],
  withdraw: reviewActs.withdraw,
};

function firstPlanned(campaigns: readonly YearCampaign[], now: Date): Map<string, Date> {
  const first = new Map<string, Date>();
  for (const { storyId, at } of campaigns.flatMap(({ posts }) => posts)) {
    if (storyId === null) continue;
    const known = first.get(storyId);
    if (at >= now && (!known || at < known)) first.set(storyId, at);
  }
  return first;
}

/** Dates of annual occasions that nobody has confirmed, for those who may. */
function confirmations(person: Person, now: Date, occasions: readonly OccasionDay[]): Task[] {
  if (can(person, 'create', 'occasion-notices') === null) return [];
  const today = civilDay(now);
  return occasions
    .filter(({ state, start }) => state === 'proposed' && start >= today && start <= addDays(today, noticeDays))
    .map((day) => ({
      id: day.slug,
      title: `${day.title}　拟${monthDay(day.start)}`,
      detail: `缺文号；${day.ruleText}`,
      href: noticeHref,
      button: '确认',
      due: new Date(`${day.start}T00:00:00+08:00`),
      since: now,
    }));
}

/** Where a person enters the notice of an occasion. */
export const noticeHref = '/admin/collections/occasion-notices/create';

import { accountKinds } from '../../campaigns/channels/account-kinds.ts';
import { bookingsOf } from '../../campaigns/planner/conflicts/bookings.ts';
import { judgeTime, type TimeQuestion } from '../../campaigns/planner/judge-time.ts';
import { roomAt, type Room } from '../../campaigns/planner/room.ts';
import type { DailyOrder } from '../daily/daily-post.ts';
import { withWords } from '../daily/own-words.ts';
import type { Situation } from './situation.ts';
import { wordProblems } from './word-problems.ts';

/** A channel as it stands beside its box. */
export interface ChannelChoice {
  id: string;
  name: string;
  type: string;
  /** Why it cannot be chosen, one Chinese sentence; null: it can. */
  why: string | null;
  /** What to know of it. */
  notes: string[];
  /** How much its platform still takes around that time. */
  room: Room[];
  /** Where a push may say something of its own; null: nowhere. */
  lead: { label: string; limit: number } | null;
}

/** What is to be said of a push that somebody asks for. */
export interface OrderVerdict {
  choices: ChannelChoice[];
  /** Why it cannot be asked for, or confirmed, as it stands. */
  refusals: string[];
  /** What to know before one asks or confirms. */
  warnings: string[];
}

/** A pause is for hours: what is planned for later than this may well go out. */
const pauseMs = 24 * 3_600_000;
/** As far as the planner looks ahead. */
const horizonDays = 400;

export const timeQuestionOf = (
  { now, others, plan: { pressHours, quietDays, quotas, workdays }, shown, title }: Situation,
  { channels, festive }: Pick<DailyOrder, 'channels' | 'festive'>,
): TimeQuestion => ({
  channels,
  festive,
  title: title ?? '',
  shown,
  now,
  others,
  quotas,
  quietDays,
  pressHours,
  workdays,
});

/** May this story go out there, then, in these words? Reads nothing. */
export function judgeOrder(situation: Situation, order: DailyOrder): OrderVerdict {
  const { release, title } = situation;
  const known = new Set(situation.accounts.map(({ id }) => id));
  // A channel that is no more has a box too, or nobody could take it back.
  const choices = [...known, ...order.channels.filter((id) => !known.has(id))].map((id) =>
    choiceOf(situation, order, id),
  );
  const gone =
    title === null
      ? '没有这篇稿件：它可能刚被删掉。'
      : release === null
        ? `《${title}》没有在用的签发稿（没有签发、已经撤回或下线），不能推送。`
        : release.kind === 'material'
          ? '教学材料不推送：学校自己来取。'
          : null;
  if (gone) return { choices, refusals: [gone], warnings: [] };
  const asked = choices.filter(({ id }) => order.channels.includes(id));
  const time = judgeTime(timeQuestionOf(situation, order), order.at);
  return {
    choices,
    refusals: [
      ...(order.channels.length === 0 ? ['请至少选一个渠道。'] : []),
      ...asked.flatMap(({ id, name, why }) => (why === null ? [] : [known.has(id) ? `${name}：${why}` : why])),
      ...time.refusals,
      ...(order.at.getTime() - situation.now.getTime() > horizonDays * 24 * 3_600_000
        ? [`日子太远了：日常推送只能排在${horizonDays}天以内，请核对日期。`]
        : []),
      ...wordProblems(order.words, choices),
    ],
    warnings: [
      ...asked.flatMap(({ name, notes }) => notes.map((note) => `${name}：${note}`)),
      ...time.warnings,
      ...repeated(situation, order, choices),
    ],
  };
}

function choiceOf(
  { accounts, channels, now, others, pauses, release }: Situation,
  { at, words }: DailyOrder,
  id: string,
): ChannelChoice {
  const account = accounts.find((one) => one.id === id);
  const channel = channels.find((one) => one.id === id);
  const paused = pauses.find((pause) => pause.channel === id);
  const said = release && channel ? channel.validate(withWords(release, words, id)) : [];
  const soon = at.getTime() - now.getTime() < pauseMs;
  const blocks = [
    ...(account ? [] : [`没有名为“${id}”的渠道：请从列表里选。`]),
    ...(paused && soon ? [`已暂停（${paused.reason}），恢复以后再排，或改到一天以后。`] : []),
    ...said.filter(({ level }) => level === 'block').map(({ message }) => message),
  ];
  return {
    id,
    name: account?.name ?? id,
    type: account?.type ?? '',
    why: blocks[0] ?? null,
    notes: [
      ...(paused && !soon ? [`现在暂停着（${paused.reason}），到时还没恢复就等着。`] : []),
      ...said.filter(({ level }) => level === 'warn').map(({ message }) => message),
    ],
    room: roomAt(
      bookingsOf(others).filter((one) => one.channel === id),
      account?.quota ?? [],
      at,
    ),
    lead: accountKinds.find(({ type }) => type === account?.type)?.lead ?? null,
  };
}

/** The same story on the same channel, planned or out already: often a slip, sometimes meant. */
const repeated = (
  { others, plan: { campaigns }, title }: Situation,
  { channels, storyId }: DailyOrder,
  choices: readonly ChannelChoice[],
): string[] => {
  const same = new Set(
    campaigns.flatMap(({ posts }) => posts.filter((post) => post.storyId === storyId).map(({ id }) => id)),
  );
  return channels.flatMap((channel) => {
    const other = others.find(
      (post) =>
        same.has(post.id) && post.channels.includes(channel) && (post.out.has(channel) || !post.done.has(channel)),
    );
    const name = choices.find(({ id }) => id === channel)?.name ?? channel;
    return other
      ? [`《${title}》在${name}${other.out.has(channel) ? '已经发过' : '已经排了'}一次（${other.campaignTitle}）。`]
      : [];
  });
};

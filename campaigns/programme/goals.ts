import type { Goal } from './campaign.ts';
import { countOf, type Counts, type PushOutcome } from './results.ts';

/** One channel of a campaign: what it was to get, what is planned, what became of it. */
export interface ChannelLine {
  channel: string;
  name: string;
  /** Null when nobody has set a goal. */
  goal: number | null;
  counts: Counts;
}

/** Every channel that has a goal or a push, in the order of `names` (channel id → Chinese name). */
export function channelLines(
  goals: readonly Goal[],
  outcomes: readonly PushOutcome[],
  names: ReadonlyMap<string, string>,
): ChannelLine[] {
  const used = new Set([...goals.map(({ channel }) => channel), ...outcomes.map(({ channel }) => channel)]);
  const known = [...names.keys()].filter((channel) => used.has(channel));
  // A channel whose file was removed is still part of what was done.
  const gone = [...used].filter((channel) => !names.has(channel));
  return [...known, ...gone].map((channel) => {
    const own = goals.filter((goal) => goal.channel === channel);
    return {
      channel,
      name: names.get(channel) ?? channel,
      goal: own.length > 0 ? own.reduce((sum, { posts }) => sum + posts, 0) : null,
      counts: countOf(outcomes.filter((outcome) => outcome.channel === channel)),
    };
  });
}

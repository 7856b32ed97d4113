import { z } from 'zod';

const instant = z.iso.datetime();
const stuckSchema = z.object({ item: z.string(), title: z.string(), error: z.string(), since: instant });

/** How one step of the minute stands; kept in the database, so that whoever asks sees it and a restart forgets nothing. */
const stepStateSchema = z.object({
  title: z.string(),
  advice: z.string(),
  /** When it last went through, its stuck items aside. */
  lastSuccess: instant.nullable(),
  /** Since when the whole step has been failing or hanging, and how. */
  failing: z.object({ since: instant, error: z.string() }).nullable(),
  /** Items that it could not deal with, the longest stuck first. */
  stuck: z.array(stuckSchema),
});
export type StepState = z.infer<typeof stepStateSchema>;

export const stepStatesSchema = z.record(z.string(), stepStateSchema);
/** By the step's name. */
export type StepStates = z.infer<typeof stepStatesSchema>;

/** A thousand broken rows are one message, not a row of a megabyte. */
const kept = 100;

export interface StepResult {
  error: string | null;
  stuck: readonly { item: string; title: string; error: string }[];
}

/** What a step's state becomes by a run at `now`. What stays stuck keeps its “since”. */
export function nextState(
  before: StepState | undefined,
  { title, advice }: Pick<StepState, 'title' | 'advice'>,
  { error, stuck }: StepResult,
  now: Date,
): StepState {
  const at = now.toISOString();
  const since = new Map(before?.stuck.map((one) => [one.item, one.since]));
  const found = [...new Map(stuck.map((one) => [one.item, { ...one, since: since.get(one.item) ?? at }])).values()];
  // A run that failed as a whole may not have come to what was stuck before.
  const left =
    error === null ? [] : (before?.stuck ?? []).filter(({ item }) => !found.some((one) => one.item === item));
  return {
    title,
    advice,
    lastSuccess: error === null ? at : (before?.lastSuccess ?? null),
    failing: error === null ? null : { since: before?.failing?.since ?? at, error },
    stuck: [...left, ...found].sort((a, b) => (a.since < b.since ? -1 : 1)).slice(0, kept),
  };
}

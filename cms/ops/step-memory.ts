import type { Payload } from 'payload';
import { stepStatesSchema, type StepStates } from './step-state.ts';

const key = 'tick.steps';

/** How every step of the minute stands, whichever process runs it; empty before the first minute. */
export async function readSteps({ kv }: Pick<Payload, 'kv'>): Promise<StepStates> {
  const parsed = stepStatesSchema.safeParse(await kv.get(key));
  return parsed.success ? parsed.data : {};
}

/** Several schedulers may write in the same minute: the last one stands, and the next minute says it anew. */
export const writeSteps = ({ kv }: Pick<Payload, 'kv'>, states: StepStates): Promise<void> => kv.set(key, states);

import type { Payload } from 'payload';
import { tellStuck } from '../../campaigns/bulkhead/stuck.ts';
import { civilDay, wallTime } from '../../campaigns/calendar/civil-day.ts';
import type { Clock } from '../../campaigns/ports/clock.ts';
import { keptRun, tellKeptRun } from '../store/kept-run.ts';
import { compareModels } from './compare-models.ts';
import type { CurrentLists } from '../nominations/current-lists.ts';

const key = 'honours.compared';
/** After midnight's updates of the sources, before anybody works. */
const from = '02:00';

/**
 * Compares once a night; called at every tick. A source that does not answer is asked again at the next one, and the day
 * of the last comparison that was whole stays to be seen. Two workers may both compare: it has one effect.
 * @returns true when a comparison was made now
 */
export async function compareNightly(payload: Payload, clock: Clock, lists: CurrentLists): Promise<boolean> {
  const now = clock.now();
  const today = civilDay(now);
  if (wallTime(now) < from || (await lastCompared(payload)) === today) {
    await tellKeptRun(payload, key);
    return false;
  }
  try {
    await keptRun(payload, key, () => compareModels(payload, clock, lists));
  } catch (error) {
    tellStuck('lists', '名单来源', error);
    return false;
  }
  await payload.kv.set(key, { day: today });
  await tellKeptRun(payload, key);
  return true;
}

/** The civil day of the last whole comparison, or null when there was none. */
export async function lastCompared(payload: Pick<Payload, 'kv'>): Promise<string | null> {
  const kept: unknown = await payload.kv.get(key);
  return typeof kept === 'object' && kept !== null && 'day' in kept && typeof kept.day === 'string' ? kept.day : null;
}

import { systemClock } from '../../campaigns/ports/clock.ts';
import { APIError, type CollectionBeforeChangeHook } from 'payload';
import { civilDay, instantText } from '../../campaigns/calendar/civil-day.ts';
import { personOf } from '../access/person-of.ts';
import type { Nomination } from '../payload-types.ts';
import { frozenProblem } from './frozen.ts';
import type { NominationFacts } from './facts.ts';
import { moveNomination } from './machine.ts';
import { nominationRules } from './rules-now.ts';
import { nominationStates } from './state.ts';
import { ensureStory } from './story-draft.ts';
import { historyDoor, type NominationEvent } from './history-door.ts';

declare module 'payload' {
  interface RequestContext {
    /** Set by the jobs of `cms/nominations` alone: the system moves, at this instant. */
    nominationJob?: { now: Date };
    /** The instant of a person's act, when it is not the machine's. */
    nominationNow?: Date;
  }
}

const reopenedOn = (history: readonly NominationEvent[]): string | null =>
  history
    .findLast(({ from, to }) => from === nominationStates.notice && to === nominationStates.recommended)
    ?.at.slice(0, 10) ?? null;

const closed = ['refused', 'offline', 'revoked'];

/** Every save: frozen evidence stays, and a new state is reached only by the machine's rules. Refuses with a sentence. */
export const judgeNomination: CollectionBeforeChangeHook<Nomination> = async ({
  data,
  originalDoc,
  operation,
  req,
}) => {
  const job = req.context.nominationJob;
  const person = personOf(req);
  const now = job?.now ?? req.context.nominationNow ?? systemClock.now();
  const before = (operation === 'create' ? { ...data, state: 'draft' } : originalDoc) as Nomination;
  const after = { ...before, ...data } as Nomination;
  const history = operation === 'create' ? [] : historyDoor.need(before.history);
  const facts: NominationFacts = { ...after, reopenedOn: reopenedOn(history) };
  if (operation === 'update' && !job) {
    const problem = frozenProblem(before.state, before, facts);
    // Going back to 已推荐 is how frozen facts are opened.
    if (problem && after.state !== 'recommended') throw new APIError(problem, 409, null, true);
  }
  if (after.state === before.state) return data;
  const verdict = moveNomination(
    before.state,
    after.state,
    facts,
    job ? 'system' : (person?.roles ?? []),
    await nominationRules(req.payload, now),
  );
  if (!verdict.ok) throw new APIError(verdict.message, verdict.status, null, true);
  const event: NominationEvent = {
    at: instantText(now),
    by: person?.name ?? '系统',
    byId: person?.id ?? null,
    from: nominationStates[before.state],
    to: nominationStates[after.state],
    reason: after.reason?.trim() || null,
  };
  return {
    ...data,
    history: historyDoor.write([...history, event]),
    closedOn: closed.includes(after.state) ? civilDay(now) : null,
    ...(after.state === 'accepted' ? { story: await ensureStory(req.payload, after, [...history, event]) } : {}),
  };
};

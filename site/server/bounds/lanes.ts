import { Lane } from './lane.ts';

/** The budgets of the public port: what one kind of address costs never comes out of another's. */
export interface Lanes {
  /** Pages that are kept and must be rendered anew because something changed. */
  kept: Lane;
  /** Addresses nobody has asked for before; most of a flood is here. */
  fresh: Lane;
  /** Search, filters, look-ups: each question is another. */
  questions: Lane;
}

/**
 * Everything runs in one process with the scheduler and the desk, so strangers get a third of a processor
 * with questions and another with new addresses, and kept pages come from their files beside it.
 */
export const createLanes = (): Lanes => ({
  kept: new Lane({ width: 4, queue: 400, perClient: 200 }),
  fresh: new Lane({ width: 1, queue: 48, perClient: 24, share: 0.34 }),
  questions: new Lane({ width: 1, queue: 48, perClient: 24, share: 0.34 }),
});

import type { Delivery, DeliveryState } from '../../ports/delivery.ts';

/** How one copy stands, as planner, outbox and desk all read it: each question is answered here and nowhere else. */
type Standing = Pick<Delivery, 'state' | 'superseded'>;

export const isPending = ({ state }: Pick<Delivery, 'state'>): boolean => state === 'pending';

/** Taken out by the plan itself before it went out: nothing has come of it, and it may be wanted again. */
export const isSuperseded = ({ state, superseded }: Standing): boolean => state === 'skipped' && superseded;

/** Something of it may have left the house, or a person or the misfire policy has ended it: its post is done on that channel. */
export const isSettled = (copy: Standing): boolean => !isPending(copy) && !isSuperseded(copy);

const outStates: ReadonlySet<DeliveryState> = new Set(['claimed', 'sent', 'unknown', 'confirmed', 'withdrawn']);
/** It was out, is, or may be: it counts against the platform's quota. */
export const mayBeOutThere = ({ state }: Pick<Delivery, 'state'>): boolean => outStates.has(state);

/** States that a person has to settle, or to know of, worst first; the same for the count in the menu and the list on 今日. */
export const troubleStates = ['unknown', 'refused', 'dead'] as const satisfies readonly DeliveryState[];

/** It was out, and somebody else has taken it off since. */
export const isGoneLater = ({ goneLater }: Pick<Delivery, 'goneLater'>): boolean => goneLater !== null;

import type { Publication } from '../payload-types.ts';
import type { Showing } from './showing.ts';
import { endInstant, isShowingEnd } from './showing.ts';

/** The columns of a publication that tell how long it may be shown. */
export const showingFields = { state: true, showFrom: true, until: true, withdrawnAt: true } as const;

type Row = Pick<Publication, keyof typeof showingFields>;

/** How long a publication may be shown, as its signer chose; the end of a period of the law is another matter. */
export function showingOfRow({ showFrom, state, until, withdrawnAt }: Row): Showing {
  const end = state === 'over' ? withdrawnAt : until && isShowingEnd(until) ? endInstant(until).toISOString() : null;
  return { from: showFrom ? new Date(showFrom) : null, until: end ? new Date(end) : null };
}

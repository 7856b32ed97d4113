import type { Where } from 'payload';
import type { CivilDay } from '../../campaigns/calendar/civil-day.ts';
import type { Held } from '../columns/stored.ts';
import { cardEndDoor } from './card-door.ts';

interface Row {
  until?: string | null;
  card?: Held<'card'>;
}

/** The day on which a row goes, or its minute (`showing.ts`); null: it has no end. Rows from before the column say it in their card. */
export const endOf = ({ card, until }: Row): string | null => {
  const day = until || cardEndDoor.read(card).value?.namedUntil;
  return day && day < '9999' ? day : null;
};

/** Rows that may still have an end before them: what was shown as long as its signer chose may be a named case. */
const standing: Where = { state: { in: ['live', 'over'] } };

/** Rows of publications that end on `end` (a day or a minute) or before; the index answers (state, until). What stands for ever is never read. */
export const endsBy = (end: CivilDay | string): Where => ({
  and: [standing, { until: { less_than_equal: end } }],
});

/** Rows from before the column `until`: only cases could end then, and their card says when. Nearly always none. */
export const endsUntold: Where = {
  and: [{ state: { equals: 'live' } }, { until: { exists: false } }, { kind: { equals: 'case' } }],
};

/** Everything live that has an end, past or to come; few rows. */
export const ending: Where = { or: [endsBy('9999'), endsUntold] };

/** Everything signed whose minute has not been written down as come; few rows. */
export const coming: Where = { state: { equals: 'waiting' } };

import { expect, it } from 'vitest';
import type { Held } from '../columns/stored.ts';
import { endOf } from './ending.ts';

/** As a database gives it. */
const card = (value: unknown) => value as Held<'card'>;

it('the end of a named case is read, also where the rest of its card cannot be', () => {
  expect(endOf({ card: card({ namedUntil: '2027-01-01', picture: 5, tags: 'none' }) })).toBe('2027-01-01');
  expect(endOf({ until: '2026-12-01', card: card({ namedUntil: '2027-01-01' }) })).toBe('2026-12-01');
});

it.each([undefined, null, 5, '{"half": [1', [], {}, { namedUntil: 5 }])('%j tells of no end', (value) =>
  expect(endOf({ card: card(value) })).toBeNull(),
);
it('what stands for ever has none', () => expect(endOf({ until: '9999-12-31' })).toBeNull());

import type { Payload } from 'payload';
import { readable } from '../../campaigns/bulkhead/each.ts';
import { registerOf } from './register-of.ts';

/** How a copy's recall has ended; the machine does nothing more about it. */
export const endedRecalls = ['deleted', 'corrected', 'irrevocable', 'no-receipt'] as const;

interface Copy {
  id: string;
  recall?: string | null;
  recallOrder?: string | null;
  /** When it was decided. */
  recallAt?: Date | string | null;
}

/** Enters which of these copies have been taken back or cannot be: a restored backup must not ask for it again. What is known is not entered twice. */
export function enterEndedRecalls(payload: Payload, copies: readonly Copy[]): void {
  const register = registerOf(payload);
  const ended = copies.filter(
    ({ id, recall }) => (endedRecalls as readonly string[]).includes(recall ?? '') && !register.last('recall', id),
  );
  register.addAll(
    readable(
      ended,
      ({ id }) => [`delivery ${id}`, '一份副本的撤回'],
      ({ id, recall, recallAt, recallOrder }) =>
        recall && recallOrder && recallAt
          ? [
              {
                kind: 'recall' as const,
                key: id,
                at: new Date(recallAt).toISOString(),
                facts: { state: recall, order: recallOrder },
              },
            ]
          : [],
    ).flat(),
  );
}

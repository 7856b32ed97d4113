import { z } from 'zod';
import type { Outcome, WithdrawOutcome } from './channel.ts';

/** A sentence for the ledger; without one nobody could act on the answer. */
const note = z.string();
const ms = z.number().min(0);
const word = z.string().nullable();
const of = <K extends string, S extends z.ZodRawShape>(kind: K, shape: S) =>
  z.object({ kind: z.literal(kind), note, ...shape });

const again = [of('unknown', { lookAfter: ms }), of('retry', { after: ms })] as const;

/** What a channel may answer to a send or a look (`Outcome`). */
export const outcomeSchema: z.ZodType<Outcome> = z.discriminatedUnion('kind', [
  ...again,
  of('confirmed', { externalId: word, url: word }),
  of('sent', { externalId: word, lookAfter: ms }),
  of('not-sent', {}),
  of('refused', { goneLater: z.enum(['account', 'platform']).exactOptional() }),
  of('blocked', {}),
]);

/** What it may answer about taking a copy back (`WithdrawOutcome`). */
export const withdrawOutcomeSchema: z.ZodType<WithdrawOutcome> = z.discriminatedUnion('kind', [
  ...again,
  of('deleted', {}),
  of('corrected', {}),
  of('already-gone', {}),
  of('notified', { reference: z.string() }),
  of('needs-person', { steps: z.string() }),
  of('irrevocable', {}),
]);

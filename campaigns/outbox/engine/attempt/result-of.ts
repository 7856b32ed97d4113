import type { Outcome, WithdrawOutcome } from '../../../channels/channel.ts';
import type { AttemptResult } from '../../../ports/attempt.ts';

/** What a channel answered, as the attempt keeps it, so that the row can be rebuilt from it after a crash. */
export function resultOf(outcome: Outcome | WithdrawOutcome): AttemptResult {
  switch (outcome.kind) {
    case 'confirmed':
      return { outcome: outcome.kind, externalId: outcome.externalId, url: outcome.url, receivedAt: null };
    case 'sent':
      return { outcome: outcome.kind, externalId: outcome.externalId, after: outcome.lookAfter };
    case 'unknown':
      return { outcome: outcome.kind, after: outcome.lookAfter };
    case 'retry':
      return { outcome: outcome.kind, after: outcome.after };
    case 'refused':
      return { outcome: outcome.kind, goneLater: outcome.goneLater ?? null };
    case 'notified':
      return { outcome: outcome.kind, reference: outcome.reference };
    default:
      return { outcome: outcome.kind };
  }
}

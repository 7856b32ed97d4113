import type { Payload } from 'payload';
import { openTexts, type WaitingText } from '../waiting.ts';

/** What waits for a second person and nobody has refused, oldest first. */
export const waitingTexts = async (payload: Payload): Promise<WaitingText[]> =>
  (await openTexts(payload)).filter(({ refusal }) => refusal === null);

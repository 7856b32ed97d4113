import type { Payload, Where } from 'payload';

/**
 * Ends sessions at once: their tokens open nothing from the next request on.
 * @param except the session that stays (the one that asks)
 * @returns how many ended
 */
export async function endSessions(
  payload: Payload,
  person: string,
  { except, only }: { except?: string | undefined; only?: string } = {},
): Promise<number> {
  const and: Where[] = [{ person: { equals: person } }];
  if (except !== undefined) and.push({ key: { not_equals: except } });
  if (only !== undefined) and.push({ id: { equals: only } });
  const { docs } = await payload.delete({ collection: 'sign-ins', where: { and }, depth: 0, overrideAccess: true });
  return docs.length;
}

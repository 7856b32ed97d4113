import type { Payload } from 'payload';

/** What the audit trail says was done with one push, in words, oldest first. */
export async function actsInTrail(payload: Payload, id: string): Promise<string[]> {
  const { docs } = await payload.find({
    collection: 'audit',
    where: { and: [{ target: { equals: 'daily-posts' } }, { phase: { equals: 'done' } }] },
    sort: 'seq',
    pagination: false,
    depth: 0,
  });
  return docs.filter(({ changes }) => changes?.includes(id)).map(({ said }) => said.split(' ')[0] ?? '');
}

import type { Payload } from 'payload';

/** A draft that the system made after this year's campaign, until somebody confirms or deletes it. */
export interface Proposal {
  id: string;
  title: string;
  year: number;
}

/** Proposals of this civil year and later, by year and name. */
export async function loadProposals(payload: Payload, thisYear: number): Promise<Proposal[]> {
  const { docs } = await payload.find({
    collection: 'campaigns',
    pagination: false,
    depth: 0,
    joins: false,
    sort: ['year', 'slug'],
    select: { title: true, year: true },
    where: {
      and: [
        { origin: { equals: 'proposed' } },
        { state: { equals: 'draft' } },
        { year: { greater_than_equal: thisYear } },
      ],
    },
  });
  return docs.map(({ id, title, year }) => ({ id, title, year }));
}

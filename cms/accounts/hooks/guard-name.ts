import { APIError, type CollectionBeforeChangeHook, type Payload, type Where } from 'payload';
import type { User } from '../../payload-types.ts';
import { lineKey } from '../../words/clean-line.ts';
import { reviewersDoor } from '../../story/review-doors.ts';

/**
 * Review records, releases and the audit trail say who did something by name: nobody takes a name that is, or was there,
 * somebody else's, nor one that looks the same (`lineKey`). The system's own accounts (first start, tests) are not asked.
 */
export const guardName: CollectionBeforeChangeHook<User> = async ({ data, operation, originalDoc, req }) => {
  const { name } = data;
  if (!req.user || typeof name !== 'string' || (operation === 'update' && name === originalDoc?.name)) return data;
  const key = lineKey(name);
  const own = originalDoc?.id;
  const [now, before] = await Promise.all([namesNow(req.payload, own), namesBefore(req.payload, own)]);
  const advice = '请在名字后面加上部门或编号来区分，例如“示例甲（宣传科）”。';
  if (now.some((other) => lineKey(other) === key))
    throw new APIError(`已经有同事叫“${name}”，或者看上去一样：审签记录会分不清是谁。${advice}`, 409, null, true);
  if (before.some((other) => lineKey(other) === key))
    throw new APIError(`“${name}”是别人在审签或审计记录里用过的名字：换人用会分不清是谁。${advice}`, 409, null, true);
  return data;
};

const others = (own: string | undefined) => (own === undefined ? {} : { not_equals: own });

async function namesNow(payload: Payload, own: string | undefined): Promise<string[]> {
  const { docs } = await payload.find({
    collection: 'users',
    where: own === undefined ? {} : { id: others(own) },
    pagination: false,
    depth: 0,
    select: { name: true },
    overrideAccess: true,
  });
  return docs.map(({ name }) => name);
}

/** Who reviewed what went out, and everybody who did anything stands in the trail, each with the name of that time. */
async function namesBefore(payload: Payload, own: string | undefined): Promise<string[]> {
  const and: Where[] = [{ actorId: { exists: true } }, ...(own === undefined ? [] : [{ actorId: others(own) }])];
  const [acted, { docs }] = await Promise.all([
    payload.db.findDistinct({ collection: 'audit', field: 'actorName', where: { and } }),
    payload.find({
      collection: 'releases',
      pagination: false,
      depth: 0,
      select: { reviewers: true },
      overrideAccess: true,
    }),
  ]);
  const reviewed = docs.flatMap(({ reviewers }) =>
    reviewersDoor
      .read(reviewers)
      .value.filter(({ by }) => by !== own)
      .map(({ byName }) => byName),
  );
  return [...acted.values.map(({ actorName }) => actorName), ...reviewed].filter(
    (name): name is string => typeof name === 'string',
  );
}

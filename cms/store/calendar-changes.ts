import type { Payload } from 'payload';
import { z } from 'zod';
import { readable } from '../../campaigns/bulkhead/each.ts';
import { publicSince } from '../texts/public-rows.ts';

const prefix = 'calendar.gone.';
const goneSchema = z.object({ at: z.iso.datetime() });

/** Remembers that a notice was deleted: its occasion has changed, and no row says so any more. @param key `<year>/<occasion>` */
export const noteNoticeGone = ({ kv }: Pick<Payload, 'kv'>, key: string, at: Date): Promise<void> =>
  kv.set(prefix + key, { at: at.toISOString() });

/** When the public calendar's entries were last changed by people, by `<year>/<slug>`; absent: never. */
export interface CalendarChanges {
  occasions: ReadonlyMap<string, Date>;
  campaigns: ReadonlyMap<string, Date>;
}

/** The changes of some years. A campaign also changes with the notice of its occasion: its days follow it. */
export async function readCalendarChanges(payload: Payload, years: readonly number[]): Promise<CalendarChanges> {
  const read = { depth: 0, pagination: false, where: { year: { in: [...years] } } } as const;
  const [notices, campaigns] = await Promise.all([
    payload.find({
      ...read,
      collection: 'occasion-notices',
      select: { occasion: true, year: true, updatedAt: true, writers: true },
    }),
    payload.find({
      ...read,
      collection: 'campaigns',
      joins: false,
      select: { occasion: true, slug: true, year: true, updatedAt: true, writers: true },
    }),
  ]);
  const occasions = new Map<string, Date>();
  const later = (key: string, at: Date) =>
    void occasions.set(key, new Date(Math.max(at.getTime(), occasions.get(key)?.getTime() ?? 0)));
  // What one person has written and nobody agreed to changes no entry; the agreement does.
  const since = await publicSince(payload, 'occasion-notices', notices.docs);
  readable(
    notices.docs,
    ({ id }) => [`notice ${id}`, '一份节点通知'],
    ({ id, occasion, year }) => {
      const at = since.get(id);
      if (at) later(`${year}/${occasion}`, instant(at));
    },
  );
  for (const key of (await payload.kv.keys()).filter(
    (name) => name.startsWith(prefix) && years.includes(Number(name.slice(prefix.length).split('/')[0])),
  )) {
    const parsed = goneSchema.safeParse(await payload.kv.get(key));
    if (parsed.success) later(key.slice(prefix.length), new Date(parsed.data.at));
  }
  const agreed = await publicSince(payload, 'campaigns', campaigns.docs);
  const changed = readable(
    campaigns.docs,
    ({ id }) => [`campaign ${id}`, '一个活动'],
    ({ id, occasion, slug, updatedAt, year }) =>
      [
        `${year}/${slug}`,
        new Date(
          Math.max(
            instant(agreed.get(id) ?? updatedAt).getTime(),
            occasions.get(`${year}/${occasion}`)?.getTime() ?? 0,
          ),
        ),
      ] as const,
  );
  return { occasions, campaigns: new Map(changed) };
}

function instant(text: string): Date {
  const at = new Date(text);
  if (Number.isNaN(at.getTime())) throw new RangeError(`time ${text}`);
  return at;
}

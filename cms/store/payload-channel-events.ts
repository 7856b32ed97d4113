import type { Payload, Where } from 'payload';
import { v7 as uuid } from 'uuid';
import { readable } from '../../campaigns/bulkhead/each.ts';
import type { ChannelEvent, ChannelEvents } from '../../campaigns/ports/channel-events.ts';
import { insertRow } from '../database/insert-once.ts';
import { stored } from './outbox-row.ts';
import { eventDataDoor } from './progress-door.ts';
import type { Held } from '../columns/stored.ts';

type Row = Omit<ChannelEvent, 'at' | 'receivedAt' | 'data'> & {
  id: string;
  at: string;
  receivedAt: string;
  data?: Held<'event-data'>;
};

/** The inbox of callbacks on Payload's database; like the outbox through the adapter, one statement each. */
export function createChannelEvents({ db }: Pick<Payload, 'db'>): ChannelEvents {
  // A word that cannot be read is as if it had not come: the platform is asked, and every other word counts.
  const read = async (where: Where): Promise<ChannelEvent[]> => {
    const { docs } = await db.find<Row>({
      collection: 'channel-events',
      where,
      sort: ['receivedAt', 'key'],
      limit: 0,
      pagination: false,
    });
    return readable(docs, ({ id, subject }) => [`channel-event ${id}`, `渠道通知“${subject}”`], eventOf);
  };
  return {
    add: ({ key, subject, at, receivedAt, note, data }) =>
      insertRow(
        db,
        'channel-events',
        'key',
        stored({ id: uuid(), key, subject, at, receivedAt, note, data: eventDataDoor.write(data) }),
      ),
    about: (subject) => read({ subject: { equals: subject } }),
    since: (at) => read({ receivedAt: { greater_than_equal: at.toISOString() } }),
  };
}

/** @throws UnfitColumn for one that cannot be read */
const eventOf = ({ at, data, key, note, receivedAt, subject }: Row): ChannelEvent => ({
  key,
  subject,
  at: new Date(at),
  receivedAt: new Date(receivedAt),
  note,
  data: eventDataDoor.need(data),
});

import type { Payload } from 'payload';
import { v7 as uuid } from 'uuid';
import type { Clock } from '../../campaigns/ports/clock.ts';
import { insertRow } from '../database/insert-once.ts';

/** A channel that sends nothing new until somebody lets it go on. */
export interface OpenPause {
  channel: string;
  reason: string;
  by: string;
  at: Date;
}

type Db = Pick<Payload, 'db'>;

/** Every pause that stands now, oldest first; one per channel. */
export async function openPauses({ db }: Db): Promise<OpenPause[]> {
  const { docs } = await db.find<{ channel: string; reason: string; pausedBy: string; pausedAt: string }>({
    collection: 'channel-pauses',
    where: { resumedAt: { exists: false } },
    sort: ['pausedAt'],
    limit: 0,
    pagination: false,
  });
  return docs.map(({ channel, reason, pausedBy, pausedAt }) => ({
    channel,
    reason,
    by: pausedBy,
    at: new Date(pausedAt),
  }));
}

/** @returns false when it is paused already: then the first one's reason stands */
export function pauseChannel({ db }: Db, { channel, reason, by, at }: OpenPause): Promise<boolean> {
  const now = at.toISOString();
  return insertRow(db, 'channel-pauses', 'key', {
    id: uuid(),
    key: channel,
    channel,
    reason,
    pausedBy: by,
    pausedAt: now,
    createdAt: now,
    updatedAt: now,
  });
}

/** @returns false when it is not paused (any more) */
export async function resumeChannel({ db }: Db, { channel, by, at }: Omit<OpenPause, 'reason'>): Promise<boolean> {
  const now = at.toISOString();
  // One statement frees the key and closes the record: of two at once, one does it.
  const closed = await db.updateOne({
    collection: 'channel-pauses',
    where: { key: { equals: channel } },
    data: { key: `${channel}#${uuid()}`, resumedBy: by, resumedAt: now, updatedAt: now },
    options: { atomic: true },
    select: { id: true },
  });
  return closed !== null;
}

const memoryMs = 2000;

/**
 * For the worker: is this channel paused? Asks the database, in whichever process it runs, and remembers the answer for
 * two seconds, so that a storm of due copies asks once.
 */
export function createPauseCheck(source: Db, clock: Clock): (channel: string) => Promise<boolean> {
  let known: { at: number; channels: Promise<ReadonlySet<string>> } | null = null;
  return async (channel) => {
    const now = clock.now().getTime();
    if (!known || now - known.at >= memoryMs || now < known.at) {
      const channels = openPauses(source).then((all) => new Set(all.map((pause) => pause.channel)));
      const asked = { at: now, channels };
      known = asked;
      // A failed answer is not remembered; whoever asked learns of it and sends nothing.
      channels.catch(() => {
        if (known === asked) known = null;
      });
    }
    return (await known.channels).has(channel);
  };
}

import type { Payload, Where } from 'payload';
import { gauges, type Gauges, type RecallFigures } from '../../campaigns/outbox/journal/gauges.ts';
import { openRecalls } from '../../campaigns/ports/recall.ts';
import type { Clock } from '../../campaigns/ports/clock.ts';
import { lastHeartbeat } from './heartbeat.ts';
import { createDeliveryStore } from '../store/payload-delivery-store.ts';

/** The gauges of this deployment, whichever process asks. Only indexed questions. @throws whatever the database throws */
export async function readGauges(payload: Payload, clock: Clock): Promise<Gauges> {
  const [heartbeat, recalls] = await Promise.all([lastHeartbeat(payload), readRecalls(payload, clock.now())]);
  return gauges(createDeliveryStore(payload), clock, { heartbeat, recalls });
}

const openRecall: Where = { recall: { in: [...openRecalls] } };

async function readRecalls({ db }: Payload, now: Date): Promise<RecallFigures> {
  const count = async (where: Where) => (await db.count({ collection: 'deliveries', where })).totalDocs;
  const [open, overdue] = await Promise.all([
    count(openRecall),
    count({ and: [openRecall, { recallBy: { less_than: now.toISOString() } }] }),
  ]);
  return { open, overdue };
}

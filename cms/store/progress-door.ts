import { z } from 'zod';
import type { Bag } from '../../campaigns/outbox/journal/columns/bag.ts';
import { readKnown } from '../../campaigns/outbox/journal/columns/known.ts';
import type { Progress } from '../../campaigns/ports/delivery.ts';
import { valueDoor } from '../columns/value-door.ts';

/** What the journal can read (docs/decisions/053): it alone knows its marks from a channel's notes. */
const bagSchema = z.custom<Bag>().superRefine((value, context) => {
  try {
    readKnown(value);
  } catch (error) {
    context.addIssue({ code: 'custom', message: error instanceof Error ? error.message : '不合要求' });
  }
});

/** `progress` of deliveries and attempts. The outbox reads it itself (`outbox-row.ts`): one that cannot be read is nobody's to act on. */
export const progressDoor = valueDoor('progress', { label: '发送进度', schema: bagSchema, absent: {} });

const eventDataSchema: z.ZodType<Progress> = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.boolean(), z.null()]),
);

/** `channel-events.data`: what a channel read out of a callback. */
export const eventDataDoor = valueDoor('event-data', { label: '渠道通知的内容', schema: eventDataSchema, absent: {} });

import { z } from 'zod';
import { instantOf, isCivilDay } from '../../campaigns/calendar/civil-day.ts';
import type { HandResult } from '../../campaigns/outbox/hands/by-hand.ts';
import { receiptFrom, recordReceipt } from '../../campaigns/outbox/hands/receipt.ts';
import { receiptResults } from '../../campaigns/ports/receipt.ts';
import { wordsOfRecalls } from '../../campaigns/ports/state-words.ts';
import { systemClock } from '../../campaigns/ports/clock.ts';
import { allow, staffEndpoint } from '../access/staff-endpoint.ts';
import { answer, readBody } from '../http/http.ts';
import { mayEnter } from './may-enter.ts';
import { createDeliveryStore } from '../store/payload-delivery-store.ts';

const body = z.strictObject(
  {
    result: z.enum(receiptResults, { error: `结果请用 ${receiptResults.join('、')} 之一。` }).optional(),
    day: z
      .string({ error: '办结日期请写成 2026-06-14 这样。' })
      .refine(isCivilDay, '办结日期请写成 2026-06-14 这样。')
      .optional(),
    note: z.string({ error: 'note 应是一段文字。' }).trim().max(200, '说明最多200字，请缩短。').optional(),
  },
  { error: '回执只收 result（结果）、day（办结日期）和 note（说明），请核对。' },
);

const answers: Record<HandResult, [number, string]> = {
  done: [200, '已登记回执。'],
  missing: [404, '台账里没有这一份。'],
  state: [409, `这一份现在不用登记回执：只有${wordsOfRecalls(receiptFrom)}的可以。`],
  busy: [409, '这一份刚刚有了新动静，登记没有记下：请刷新台账，看清现在的状态再登记。'],
};

/**
 * `POST /api/deliveries/:id/hand/receipt` with `{ result?, day?, note? }`: what an outlet has answered to a notice, or a
 * person has done by hand instead of it. → 200 or 4xx, always `{ message }`. Stands before the general `hand/:act`.
 */
export const receiptEndpoint = staffEndpoint('post', '/:id/hand/receipt', async ({ id, now, payload, person, req }) => {
  allow(mayEnter(person), '只有终审人和管理员可以在台账里登记。');
  const sent = await readBody(req, body, '回执没有看懂，请核对。');
  const { day, note, result } = sent;
  const at = day ? instantOf(day, '12:00') : now;
  if (at > new Date(now.getTime() + 86_400_000)) return answer(422, '办结日期还没有到，请核对。');
  const more = { note: note ?? null, ...(result ? { result } : {}) };
  return answer(...answers[await recordReceipt(createDeliveryStore(payload), systemClock, id, person.name, at, more)]);
});

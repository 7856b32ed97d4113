import type { Endpoint } from 'payload';
import { z } from 'zod';
import { instantOf, isCivilDay } from '../../campaigns/calendar/civil-day.ts';
import { approvalRefusal } from '../access/approved.ts';
import { can } from '../access/can.ts';
import { allow, staffEndpoint } from '../access/staff-endpoint.ts';
import { answer, readBody } from '../http/http.ts';
import { movePost } from './move-post.ts';

const badDay = '日期不对：请写成 2026-06-14 这样，并且真有这一天。';
const badTime = '时刻不对：请写成 09:00 这样的 24 小时制时分。';
const body = z.strictObject(
  {
    day: z.string({ error: badDay }).trim().refine(isCivilDay, badDay),
    time: z
      .string({ error: badTime })
      .trim()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/, badTime),
    reason: z
      .string({ error: '请写一句改期的原因。' })
      .trim()
      .min(2, '请写一句改期的原因，让审稿的人看得懂。')
      .max(100, '原因最多100字，请缩短。'),
    seen: z.iso.datetime({ offset: true, error: 'seen 应是改期前的时间，例如 2026-06-14T01:00:00.000Z。' }),
  },
  { error: '改期只收四个字段：day（日期）、time（时刻）、reason（原因）、seen（改期前的时间），请核对。' },
);

/**
 * `POST /api/posts/:id/move` with `{ day: '2026-06-14', time: '09:00', reason, seen }`, day and time by China's clock,
 * `seen` the instant it stood at: for whoever may change posts. → 200 `{ message, warnings }` or 4xx `{ message }`.
 */
const move = staffEndpoint('post', '/:id/move', async ({ id, now, payload, person, req }) => {
  allow(can(person, 'update', 'posts') !== null, '只有采编、终审人和管理员可以改期。');
  const postId = id;
  const covered = await approvalRefusal(payload, person, 'posts', postId);
  if (covered) return answer(403, covered);
  const sent = await readBody(req, body, badDay);
  const { day, reason, seen, time } = sent;
  const { message, status, ...more } = await movePost(payload, {
    postId,
    to: instantOf(day, time),
    seen: new Date(seen),
    reason,
    by: person.name,
    now,
  });
  return answer(status, message, more);
});

export const moveEndpoints: Endpoint[] = [move];

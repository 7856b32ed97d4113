import type { Endpoint } from 'payload';
import { z } from 'zod';
import { staffEndpoint, type Call } from '../access/staff-endpoint.ts';
import { cleanLine } from '../words/clean-line.ts';
import { answer, content, readBody } from '../http/http.ts';
import { askForPush, cancelPush, changePush, confirmPush, declinePush, refuseIf, type Done } from './acts.ts';
import { whyNotAsk, whyNotCancel, isDecider, notADecider } from '../daily/may.ts';
import { choosingSchema, instantAsked, orderOf, orderSchema } from './order.ts';

const seen = z
  .string({ error: '请写明看到的是哪一稿（seen）。' })
  .regex(/^[0-9a-f]{64}$/, '看到的是哪一稿（seen）不对：请刷新页面。');
const reason = z
  .string({ error: '请写一句原因。' })
  .transform(cleanLine)
  .pipe(z.string().min(2, '请写一句原因，让别人看得懂。').max(200, '原因最多200字，请缩短。'));
const bodies = {
  change: orderSchema.extend({ seen }),
  confirm: z.strictObject({ seen }, { error: '确认只收一个字段：seen，请核对。' }),
  reasoned: z.strictObject({ seen, reason }, { error: '只收两个字段：seen 和 reason（原因），请核对。' }),
};

const done = ({ message, ...more }: Done): Response => answer(200, message, more);

const act = (path: string, whyNot: (call: Call) => string | null, run: (call: Call) => Promise<Done>): Endpoint =>
  staffEndpoint('post', path, async (call) => {
    refuseIf(whyNot(call), 403);
    return done(await run(call));
  });
const asker = ({ person }: Call) => whyNotAsk(person);
const decider = ({ person }: Call) => (isDecider(person) ? null : notADecider);

/** `POST /api/daily-posts/look` with what is chosen so far → `PushSheet`. Nothing is kept. */
const look = staffEndpoint('post', '/look', async ({ now, payload, person, req }) => {
  const sent = await readBody(req, choosingSchema);
  const { lookAtChoice } = await import('./look.ts');
  return content(await lookAtChoice({ payload, person, now }, sent));
});

/** `POST /api/daily-posts/ask` with a whole order → 200 `{ message, warnings, id }` or 4xx `{ message }`. */
const ask = act('/ask', asker, async (call) => {
  const sent = await readBody(call.req, orderSchema);
  return askForPush(call, orderOf(sent, instantAsked(sent)));
});

/** `POST /api/daily-posts/:id/change` with an order and `seen`, the wording that was on the page. */
const change = act('/:id/change', asker, async (call) => {
  const { seen: wording, ...sent } = await readBody(call.req, bodies.change);
  return changePush(call, { id: call.id, seen: wording, order: orderOf(sent, instantAsked(sent)) });
});

/** `POST /api/daily-posts/:id/confirm` with `{ seen }`: what the second person has before them may go out. */
const confirm = act('/:id/confirm', decider, async (call) =>
  confirmPush(call, { id: call.id, ...(await readBody(call.req, bodies.confirm)) }),
);

/** `POST /api/daily-posts/:id/decline` with `{ seen, reason }`. */
const decline = act('/:id/decline', decider, async (call) =>
  declinePush(call, { id: call.id, ...(await readBody(call.req, bodies.reasoned)) }),
);

/** `POST /api/daily-posts/:id/cancel` with `{ seen, reason }`. */
const cancel = act(
  '/:id/cancel',
  ({ person }) => whyNotCancel(person),
  async (call) => cancelPush(call, { id: call.id, ...(await readBody(call.req, bodies.reasoned)) }),
);

export const pushEndpoints: Endpoint[] = [look, ask, change, confirm, decline, cancel];

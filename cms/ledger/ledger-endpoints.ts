import type { Endpoint, Payload } from 'payload';
import { z } from 'zod';
import { byHand, handActs, handFrom, type HandAct, type HandResult } from '../../campaigns/outbox/hands/by-hand.ts';
import { isSuperseded } from '../../campaigns/outbox/journal/standing.ts';
import type { DeliveryState } from '../../campaigns/ports/delivery.ts';
import { deliveryWords, wordsOfStates } from '../../campaigns/ports/state-words.ts';
import { systemClock } from '../../campaigns/ports/clock.ts';
import type { Person } from '../access/person.ts';
import { allow, oneOf, param, staffEndpoint } from '../access/staff-endpoint.ts';
import { exportLedger } from './ledger-export-endpoint.ts';
import { answer, readBody } from '../http/http.ts';
import { mayEnter } from './may-enter.ts';
import { isWithdrawn } from '../release/newest.ts';
import { createDeliveryStore } from '../store/payload-delivery-store.ts';
import { receiptEndpoint } from './receipt-endpoint.ts';

const badUrl = '链接应是平台上那一篇的网址，以 http:// 或 https:// 开头，最多500字，请核对。';
const only = (fields: string) => ({ error: `这一项登记只收${fields}，请核对。` });
/** What each act takes besides itself. */
const bodies: Record<HandAct, z.ZodType<{ url?: string; note?: string }>> = {
  confirm: z.strictObject(
    {
      url: z
        .string({ error: badUrl })
        .trim()
        .max(500, badUrl)
        .pipe(z.url({ protocol: /^https?$/, error: badUrl }))
        .optional(),
    },
    only('一个字段 url（链接）'),
  ),
  resume: z.strictObject({}, only('空的内容')),
  withdraw: z.strictObject(
    { note: z.string({ error: 'note 应是一段文字。' }).trim().max(200, '说明最多200字，请缩短。').optional() },
    only('一个字段 note（说明）'),
  ),
};

const said = {
  confirm: '已登记：已发出。',
  resume: '已放回队列，一分钟之内重新发送。',
  withdraw: '已登记：已从平台撤下。',
};
const notFrom: Record<HandAct, string> = {
  confirm: `这一份现在的状态不能登记“已发出”：只有${wordsOfStates(handFrom.confirm)}的可以。`,
  resume: `这一份现在的状态不能重新发送：只有${wordsOfStates(handFrom.resume)}的可以；${deliveryWords.unknown}的请先到平台查清，免得发两遍。`,
  withdraw: `这一份现在的状态不能登记“已从平台撤下”：只有${wordsOfStates(handFrom.withdraw)}的可以。`,
};
/** Handed in, and nobody knows yet: what follows is a look. */
const lookedAfter: readonly DeliveryState[] = ['sent', 'unknown'];
const refusals: Record<Exclude<HandResult, 'done' | 'state'>, [number, string]> = {
  missing: [404, '台账里没有这一份。'],
  busy: [409, '这一份刚刚有了新动静，登记没有记下：请刷新台账，看清现在的状态再登记。'],
};

/**
 * `POST /api/deliveries/:id/hand/:act`: a person enters what was done on the platform. `confirm` takes `{ url? }` (for
 * an unknown outcome it must be there), `resume` nothing, `withdraw` `{ note? }`. → 200 or 4xx, always `{ message }`.
 */
const hand = staffEndpoint('post', '/:id/hand/:act', async ({ id, payload, person, req }) => {
  allow(mayEnter(person), '只有终审人和管理员可以在台账里登记。');
  const act = oneOf(handActs, param(req, 'act'), '这种登记');
  const sent = await readBody(req, bodies[act], badUrl);
  return enter(payload, id, act, person, sent);
});

async function enter(
  payload: Payload,
  id: string,
  act: HandAct,
  person: Person,
  { note, url }: { url?: string; note?: string },
): Promise<Response> {
  const store = createDeliveryStore(payload);
  const delivery = await store.get(id);
  if (act === 'confirm' && delivery?.state === 'unknown' && !url) {
    return answer(422, `${deliveryWords.unknown}的这一份，要填上在平台上看到的那一篇的链接，才能登记“已发出”。`);
  }
  if (act === 'resume' && delivery && (await isWithdrawn(payload, delivery.releaseId))) {
    return answer(409, '这一版签发稿已经撤回，不能再发送。');
  }
  if (act === 'resume' && delivery && isSuperseded(delivery)) {
    return answer(409, '这一份已经取消，或者已由新的一版代替，不能再发送；要再发请新排一条。');
  }
  const result = await byHand(store, systemClock, id, act, { by: person.name, url: url ?? null, note: note ?? null });
  if (result === 'done') return answer(200, said[act]);
  if (result === 'state') return answer(409, notFrom[act]);
  return answer(...refusals[result]);
}

/**
 * `POST /api/deliveries/:id/look`: the next 核对 at once instead of at its hour. Never sends: only a copy that was handed in
 * is made due, and what follows such a copy is a look. → 200 or 4xx, always `{ message }`.
 */
const lookNow = staffEndpoint('post', '/:id/look', async ({ id, now, payload, person }) => {
  allow(mayEnter(person), '只有终审人和管理员可以催核对。');
  const { db } = payload;
  // The state is part of the one statement that writes: one that has just gone back to the queue keeps its hour.
  const due = await db.updateOne({
    collection: 'deliveries',
    where: { and: [{ id: { equals: id } }, { state: { in: [...lookedAfter] } }] },
    data: { nextAt: now.toISOString() },
    options: { atomic: true },
    select: { id: true },
  });
  if (due !== null) return answer(200, '正在核对，几秒钟后刷新台账就能看到结果；核对不会重发。');
  const known = await createDeliveryStore(payload).get(id);
  return known
    ? answer(409, `这一份现在不用核对：只有${wordsOfStates(lookedAfter)}的可以。`)
    : answer(404, '台账里没有这一份。');
});

export const ledgerEndpoints: Endpoint[] = [receiptEndpoint, hand, lookNow, exportLedger];

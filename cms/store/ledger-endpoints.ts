import type { Endpoint, Payload } from 'payload';
import { z } from 'zod';
import { byHand, handActs, type HandAct, type HandResult } from '../../campaigns/outbox/by-hand.ts';
import { systemClock } from '../../campaigns/ports/clock.ts';
import type { Person } from '../access/person.ts';
import { personOf } from '../access/person-of.ts';
import { createDeliveryStore } from './payload-delivery-store.ts';

const badUrl = '链接应是平台上那一篇的网址，以 http:// 或 https:// 开头，最多500字，请核对。';
const only = (fields: string) => ({ error: `这一项登记只收${fields}，请核对。` });
/** What each act takes besides itself. */
const bodies = {
  confirm: z.strictObject({ url: z.string({ error: badUrl }).trim().max(500, badUrl).pipe(z.url({ protocol: /^https?$/, error: badUrl })).optional() }, only('一个字段 url（链接）')),
  resume: z.strictObject({}, only('空的内容')),
  withdraw: z.strictObject({ note: z.string({ error: 'note 应是一段文字。' }).trim().max(200, '说明最多200字，请缩短。').optional() }, only('一个字段 note（说明）')),
} satisfies Record<HandAct, z.ZodType<{ url?: string; note?: string }>>;

const said = { confirm: '已登记：已发出。', resume: '已放回队列，一分钟之内重新发送。', withdraw: '已登记：已从平台撤下。' };
const notFrom: Record<HandAct, string> = {
  confirm: '这一份现在的状态不能登记“已发出”：只有等平台结果、结果未知、被拒、等人工的可以。',
  resume: '这一份现在的状态不能重新发送：只有被拒、等人工、已跳过的可以；结果未知的请先到平台查清，免得发两遍。',
  withdraw: '这一份现在的状态不能登记“已从平台撤下”：只有等平台结果、已确认、被拒、等人工的可以。',
};
const refusals: Record<Exclude<HandResult, 'done' | 'state'>, [number, string]> = {
  missing: [404, '台账里没有这一份。'],
  busy: [409, '这一份刚刚有了新动静，登记没有记下：请刷新台账，看清现在的状态再登记。'],
};

/** 终审 answers for what is out, 管理员 for the accounts on the platforms: they may enter into the ledger. */
export const mayEnter = (person: Pick<Person, 'roles'>): boolean => person.roles.some((role) => role === 'signer' || role === 'admin');

const answer = (status: number, message: string) => Response.json({ message }, { status, headers: { 'Cache-Control': 'no-store' } });

/**
 * `POST /api/deliveries/:id/hand/:act`: a person enters what was done on the platform. `confirm` takes `{ url? }` (for
 * an unknown outcome it must be there), `resume` nothing, `withdraw` `{ note? }`. → 200 or 4xx, always `{ message }`.
 */
const hand: Endpoint = {
  path: '/:id/hand/:act',
  method: 'post',
  handler: async (req) => {
    const person = personOf(req);
    if (!person) return answer(401, '请先登录后台。');
    if (!mayEnter(person)) return answer(403, '只有终审人和管理员可以在台账里登记。');
    const act = handActs.find((known) => known === req.routeParams?.act);
    if (!act) return answer(422, `没有“${String(req.routeParams?.act)}”这种登记：请用 ${handActs.join('、')} 之一。`);
    const parsed = bodies[act].safeParse(readJson(await req.text?.()));
    if (!parsed.success) return answer(422, parsed.error.issues[0]?.message ?? badUrl);
    return enter(req.payload, String(req.routeParams?.id ?? ''), act, person, parsed.data);
  },
};

async function enter(payload: Payload, id: string, act: HandAct, person: Person, { note, url }: { url?: string; note?: string }): Promise<Response> {
  const store = createDeliveryStore(payload);
  const delivery = await store.get(id);
  if (act === 'confirm' && delivery?.state === 'unknown' && !url) {
    return answer(422, '结果未知的这一份，要填上在平台上看到的那一篇的链接，才能登记“已发出”。');
  }
  if (act === 'resume' && delivery && (await isWithdrawn(payload, delivery.releaseId))) {
    return answer(409, '这一版签发稿已经撤回，不能再发送。');
  }
  const result = await byHand(store, systemClock, id, act, { by: person.name, url: url ?? null, note: note ?? null });
  if (result === 'done') return answer(200, said[act]);
  if (result === 'state') return answer(409, notFrom[act]);
  return answer(...refusals[result]);
}

const isWithdrawn = async (payload: Payload, releaseId: string): Promise<boolean> =>
  (await payload.count({ collection: 'withdrawals', where: { key: { equals: releaseId } } })).totalDocs > 0;

/** An empty body says nothing; anything unreadable is refused by the schema. */
function readJson(text = ''): unknown {
  if (text.trim() === '') return {};
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

export const ledgerEndpoints: Endpoint[] = [hand];

import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { civilDay } from '../../../calendar/civil-day.ts';
import { massEvent } from './events.ts';
import { requireDraft } from './drafts.ts';
import { Fail } from './fail.ts';
import { countMass, countUp } from './quota.ts';
import type { Call, MassRow } from './state.ts';

const minute = 60_000;
const dedupe = 24 * 60 * minute;
const confirmWithin = 30 * minute;

const order = z.looseObject({
  filter: z.looseObject({ is_to_all: z.boolean() }),
  msgtype: z.literal('mpnews'),
  mpnews: z.looseObject({ media_id: z.string() }),
  clientmsgid: z.string().optional(),
});

/** `message/mass/sendall` with the 24-hour window of clientmsgid (channels.md §1 Mass send). */
export function sendAll(call: Call): object {
  const parsed = order.safeParse(call.body);
  if (!parsed.success) throw new Fail(47001);
  const { mpnews, clientmsgid } = parsed.data;
  if (clientmsgid && Buffer.byteLength(clientmsgid) > 32) throw new Fail(45067);
  const { state, account, now } = call;
  const key = `${account.appId}:${clientmsgid ?? randomBytes(8).toString('hex')}`;
  const before = state.mass.get(key);
  if (before && now - before.at < dedupe) return again(call, key, before);
  const draft = requireDraft(call, mpnews.media_id);
  const row: MassRow = {
    appId: account.appId,
    at: now,
    lastTryAt: now,
    msgId: 1_000_000_001 + state.mass.entries().length,
    state: 'done',
    draftId: mpnews.media_id,
  };
  if (account.adminConfirm) {
    state.mass.set(key, { ...row, state: 'waiting' });
    throw new Fail(89504);
  }
  countMass(state, account);
  state.mass.set(key, row);
  if (account.massStatus === 'send success') {
    state.published.set(`mass-${row.msgId}`, {
      appId: account.appId,
      articles: draft.articles,
      by: 'mass',
      at: now,
      deleted: false,
    });
    state.drafts.delete(mpnews.media_id);
  }
  massEvent(state, account, row.msgId);
  return { errcode: 0, errmsg: 'send job submission success', msg_id: row.msgId, msg_data_id: row.msgId + 1_000_000 };
}

function again({ state, now, account }: Call, key: string, row: MassRow): never {
  if (row.state === 'waiting') {
    if (now - row.at >= confirmWithin || !account.adminConfirm) state.mass.delete(key);
    throw new Fail(now - row.at >= confirmWithin ? 89505 : 89504);
  }
  const tooFast = now - row.lastTryAt < minute;
  state.mass.set(key, { ...row, lastTryAt: now });
  throw tooFast ? new Fail(45066) : new Fail(45065, { msg_id: row.msgId });
}

/** By msg_id; the page dies, cards that have been received stay. Deleting again succeeds again (unverified). */
export function deleteMass(call: Call): object {
  const parsed = z.looseObject({ msg_id: z.number() }).safeParse(call.body);
  if (!parsed.success) throw new Fail(47001);
  const id = `mass-${parsed.data.msg_id}`;
  const row = call.state.published.get(id);
  if (!row || row.appId !== call.account.appId) throw new Fail(40059);
  if (!row.deleted) call.state.published.set(id, { ...row, deleted: true });
  return { errcode: 0, errmsg: 'ok' };
}

/** 100 previews a day. */
export function preview(call: Call): object {
  const parsed = z.looseObject({ mpnews: z.looseObject({ media_id: z.string() }) }).safeParse(call.body);
  if (!parsed.success) throw new Fail(47001);
  requireDraft(call, parsed.data.mpnews.media_id);
  countUp(call.state, `${call.account.appId}:preview:${civilDay(new Date(call.now))}`, 100, 45009);
  return { errcode: 0, errmsg: 'preview success' };
}

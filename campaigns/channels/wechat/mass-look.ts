import type { Outcome } from '../channel.ts';
import { growing } from '../shared/backoff.ts';
import { heardOfMass } from './inbox.ts';
import { knownMsgId, repeatWithin, sendAll } from './mass.ts';
import { nowMs, type Work } from './work.ts';

const settle = 65_000;
/** Sending to many followers takes a while; without an event by then the platform is asked. */
const eventWithin = 30 * 60_000;

/** Has this delivery ever been given to sendall? Then it stays a mass send, whatever the account's setting is now. */
export const isMass = (work: Work): boolean =>
  work.notes.number('massAt') !== null || work.notes.text('massId') !== null;

/**
 * What became of a mass send. Once accepted, repeating its clientmsgid changes nothing and brings 45065. A doubtful one
 * must not be repeated by a look, for that might send it: it waits and hands back to `send`, which repeats it under guard.
 * Where the platform tells results by itself, its event has the verdict, and only its absence is asked about.
 */
export async function lookAtMass(work: Work): Promise<Outcome> {
  const massId = work.notes.text('massId');
  if (massId === null) {
    const left = (work.notes.number('massTriedAt') ?? 0) + settle - nowMs(work);
    if (left > 0) return { kind: 'unknown', lookAfter: left, note: '群发结果还没有定下来，稍后用同一编号核对。' };
    return { kind: 'not-sent', note: '用同一编号再群发一次：若平台答复已做过，即上次已发出。' };
  }
  const externalId = massId === 'unnamed' ? null : massId;
  const accepted: Outcome = { kind: 'confirmed', externalId, url: null, note: '微信已受理群发，送达结果等微信通知。' };
  const told = externalId === null ? null : await heardOfMass(work, externalId);
  if (told) return told;
  const mediaId = work.notes.text('draftMediaId');
  const since = work.notes.number('massAt') ?? 0;
  const fresh = nowMs(work) - since < repeatWithin;
  if (work.events && externalId !== null && nowMs(work) - since < eventWithin) {
    return {
      kind: 'sent',
      externalId,
      lookAfter: growing(since, nowMs(work), settle, 5 * 60_000),
      note: `微信已受理群发（编号 ${externalId}），等微信通知送达结果。`,
    };
  }
  if (!mediaId || !fresh) return accepted;
  const reply = await sendAll(work, mediaId);
  if (reply.kind === 'error' && reply.code === 45065) {
    return {
      kind: 'confirmed',
      externalId: knownMsgId(reply) ?? externalId,
      url: null,
      note: '微信答复这次群发已经做过，已发出。',
    };
  }
  const later =
    reply.kind === 'uncertain' || reply.kind === 'not-sent' || (reply.kind === 'error' && reply.code === 45066);
  return later ? { kind: 'sent', externalId, lookAfter: settle, note: '群发已受理，稍后再核对。' } : accepted;
}

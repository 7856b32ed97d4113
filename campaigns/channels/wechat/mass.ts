import { createHash } from 'node:crypto';
import type { Outcome } from '../channel.ts';
import { untilMidnight } from '../../calendar/civil-day.ts';
import type { WechatError } from './api.ts';
import { classify } from './error-class.ts';
import { heardOfMass } from './inbox.ts';
import { findDraft } from './lists.ts';
import { failed } from './outcomes.ts';
import { massReply } from './replies.ts';
import { missingDraft } from './submit.ts';
import { notWithdrawn, nowMs, type Work } from './work.ts';

const minute = 60_000;
/** The platform answers 45066 to a repetition within a minute. */
const repeatAfter = 65_000;
/** It knows a clientmsgid for 24 hours; an hour is left for slow clocks and slow calls. */
export const repeatWithin = 23 * 60 * minute;

/** The same delivery always has the same id, 32 bytes, whatever its own id looks like (channels.md §1 Mass send). */
export const clientMsgId = (deliveryId: string): string =>
  createHash('sha256').update(deliveryId).digest('hex').slice(0, 32);

export const sendAll = (work: Work, mediaId: string) =>
  work.api.post(
    'message/mass/sendall',
    {
      filter: { is_to_all: true },
      msgtype: 'mpnews',
      mpnews: { media_id: mediaId },
      send_ignore_reprint: 1,
      clientmsgid: clientMsgId(work.job.deliveryId),
    },
    massReply,
    work.job.signal,
  );

/** msg_id of an answer 45065 “already sent”; null when it names none. */
export const knownMsgId = (reply: WechatError): string | null => massReply.safeParse(reply.body).data?.msg_id ?? null;

/**
 * Sends the draft to every follower. A doubtful send is only ever repeated with its own clientmsgid and within the time
 * that the platform remembers it: 45065 then says that it had gone out.
 */
export async function sendMass(work: Work, mediaId: string): Promise<Outcome> {
  const { notes } = work;
  const first = notes.number('massAt');
  if (first !== null && nowMs(work) - first > repeatWithin) {
    // Forgotten, so that a person who has checked may send it afresh.
    await notes.write({ massAt: null, massTriedAt: null });
    return {
      kind: 'blocked',
      note: '上次群发没有回音，已接近一天，不能再用重发来核对：请到公众平台“发表记录”查看，已群发就在台账里登记，没有群发才点“重新发送”。',
    };
  }
  await notes.write({ massAt: first ?? nowMs(work), massTriedAt: nowMs(work), ...notWithdrawn });
  const reply = await sendAll(work, mediaId);
  if (reply.kind === 'ok') {
    await notes.write({ massId: reply.data.msg_id });
    const lookAfter = (await heardOfMass(work, reply.data.msg_id)) ? 0 : repeatAfter;
    return {
      kind: 'sent',
      externalId: reply.data.msg_id,
      lookAfter,
      note: `微信已受理群发（编号 ${reply.data.msg_id}）。`,
    };
  }
  if (reply.kind === 'uncertain') return doubtful(work, repeatAfter, `群发时${reply.reason}，先核对，不盲目重发。`);
  if (reply.kind === 'error') {
    switch (reply.code) {
      case 45065:
        return alreadySent(work, knownMsgId(reply));
      case -1:
      case 45066:
        return doubtful(work, repeatAfter, `群发时微信答复 ${reply.code}，一分钟后再核对。`);
      // Whether the confirmation itself sends, or the repetition after it, the same id keeps it to one.
      case 89504:
        return doubtful(work, 5 * minute, '群发要等管理员在微信里确认（30 分钟内），五分钟后再核对。');
    }
  }
  return refused(work, reply, first !== null);
}

/** 45065: what was doubtful had been accepted. Whether it reached anybody, an event tells where events are expected. */
async function alreadySent(work: Work, msgId: string | null): Promise<Outcome> {
  await work.notes.write({ massId: msgId ?? 'unnamed' });
  if (!work.events || msgId === null)
    return { kind: 'confirmed', externalId: msgId, url: null, note: '微信答复这次群发已经做过，即上次已发出。' };
  const told = await heardOfMass(work, msgId);
  return (
    told ?? {
      kind: 'sent',
      externalId: msgId,
      lookAfter: repeatAfter,
      note: `微信答复这次群发已经做过（编号 ${msgId}），等微信通知送达结果。`,
    }
  );
}

async function refused(
  work: Work,
  reply: WechatError | { kind: 'not-sent'; reason: string },
  maybeBefore: boolean,
): Promise<Outcome> {
  const { notes } = work;
  const expired = reply.kind === 'error' && reply.code === 89505;
  // Refused outright: only what was doubtful before is so still; an expired confirmation settles that as well.
  if (!maybeBefore || expired) await notes.write({ massAt: null, massTriedAt: null });
  const outcome = failed(reply, '群发', work.clock.now());
  if (reply.kind === 'error' && reply.code === 45028) return noQuota(work, reply);
  if (reply.kind === 'error' && classify(reply.code, reply.call) === 'cover') {
    if (!maybeBefore) return (await missingDraft(work)) ?? outcome;
    const draft = await findDraft(work);
    if (draft.kind === 'ok' && !draft.data) {
      return {
        kind: 'blocked',
        note: '上次群发没有回音，草稿已不在草稿箱，很可能已经群发：请到公众平台“发表记录”核对，再在台账里登记。',
      };
    }
  }
  return maybeBefore && outcome.kind === 'refused'
    ? { kind: 'blocked', note: `${outcome.note}上次群发没有回音，请先到公众平台“发表记录”核对。` }
    : outcome;
}

/** 订阅号 have one a day, 服务号 four a month: after a night without success it is the month's, and a person decides. */
async function noQuota(work: Work, reply: WechatError): Promise<Outcome> {
  const tries = (work.notes.number('massQuotaTries') ?? 0) + 1;
  await work.notes.write({ massQuotaTries: tries });
  const said = `群发被微信退回（45028 ${reply.message}）：群发次数已用完`;
  if (tries > 1) {
    await work.notes.write({ massQuotaTries: null });
    return {
      kind: 'blocked',
      note: `${said}，过了零点仍没有，应是本月的次数用完了：请改为发布，或等下月再点“重新发送”。`,
    };
  }
  return { kind: 'retry', after: untilMidnight(work.clock.now()) + 5 * minute, note: `${said}，明天零点后再试。` };
}

async function doubtful(work: Work, lookAfter: number, note: string): Promise<Outcome> {
  await work.notes.write({ massTriedAt: nowMs(work) });
  return { kind: 'unknown', lookAfter, note };
}

import type { ChannelEvents } from '../../ports/channel-events.ts';
import type { Progress } from '../../ports/delivery.ts';
import type { GoneLater } from '../channel.ts';
import { heardOfPublish } from './inbox.ts';
import { findPublished } from './lists.ts';
import { publishReply } from './replies.ts';
import { goneVerdicts } from './verdicts.ts';
import type { Work } from './work.ts';

/**
 * Copies whose deletion (5) or ban (6) WeChat has told since then, by what their sending has learned.
 * @param appId another account's numbers are not ours
 */
export async function toldGone(
  events: ChannelEvents | undefined,
  appId: string,
  since: Date,
): Promise<(progress: Progress) => boolean> {
  const rows = (await events?.since(since)) ?? [];
  const gone = rows.filter(
    ({ data, subject }) => subject.startsWith(`wechat:${appId}:publish:`) && Number(data.status) in goneVerdicts,
  );
  const ids = new Set(gone.map(({ data }) => data.publishId));
  return ({ publishId }) => typeof publishId === 'string' && ids.has(publishId);
}

/**
 * Is a confirmed article still there? The inbox first, then one question by its publish_id, or the list when a lost reply
 * has kept that from us. Whatever cannot be learned now is null: asked again another day. Mass sends cannot be asked about.
 */
export async function lookLater(work: Work): Promise<GoneLater | null> {
  const publishId = work.notes.text('publishId');
  if (publishId === null) {
    if (work.notes.number('submitAt') === null) return null;
    const found = await findPublished(work);
    return found.kind === 'ok' && found.data?.deleted ? goneVerdicts[5] : null;
  }
  const heard = await heardOfPublish(work, publishId);
  const told = Object.values(goneVerdicts).find(({ note }) => heard?.note === note);
  if (told) return told;
  const reply = await work.api.post('freepublish/get', { publish_id: publishId }, publishReply, work.job.signal);
  if (reply.kind !== 'ok') return null;
  const { publish_status: status } = reply.data;
  return status === 5 || status === 6 ? goneVerdicts[status] : null;
}

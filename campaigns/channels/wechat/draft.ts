import { classify } from './error-class.ts';
import { findDraft } from './lists.ts';
import { renderWechat } from './render.ts';
import { draftReply } from './replies.ts';
import { uploadCover, uploadPictures } from './uploads.ts';
import { nowMs, stop, stopHarmless, type Step, type Work } from './work.ts';

// A cover may be unknown for some seconds after its upload; after these tries it is uploaded again, then a person looks.
const coverTriesBeforeReupload = 5;
const coverTriesBeforePerson = 8;

/** Yields the media_id of this delivery's only draft: the recorded one, one found in the box, or a new one. */
export async function ensureDraft(work: Work): Promise<Step<string>> {
  const known = work.notes.text('draftMediaId');
  if (known) return { value: known };
  if (work.notes.number('draftAddAt') !== null) {
    const earlier = await findDraft(work);
    if (earlier.kind !== 'ok') return stopHarmless(work, earlier, '核对草稿箱');
    if (earlier.data) {
      await work.notes.write({ draftMediaId: earlier.data });
      return { value: earlier.data };
    }
  }
  const pictures = await uploadPictures(work);
  if ('outcome' in pictures) return pictures;
  const cover = await uploadCover(work);
  if ('outcome' in cover) return cover;
  return addDraft(work, pictures.value, cover.value);
}

async function addDraft(work: Work, pictures: Map<string, string>, cover: string): Promise<Step<string>> {
  const article = {
    ...renderWechat(work.job.release, (id) => pictures.get(id) ?? null),
    content_source_url: work.job.link,
    thumb_media_id: cover,
  };
  await work.notes.write({ draftAddAt: nowMs(work) });
  const reply = await work.api.post('draft/add', { articles: [article] }, draftReply, work.job.signal);
  if (reply.kind === 'ok') {
    await work.notes.write({ draftMediaId: reply.data.media_id });
    return { value: reply.data.media_id };
  }
  if (reply.kind === 'uncertain') {
    await work.notes.write({ draftAddAt: nowMs(work) });
    return {
      outcome: { kind: 'unknown', lookAfter: work.config.settleMs, note: `存草稿时${reply.reason}，先到草稿箱核对。` },
    };
  }
  // After “busy” the mark stays: the next send looks into the draft box before it adds another.
  if (reply.kind !== 'error' || reply.code !== -1) await work.notes.write({ draftAddAt: null });
  return reply.kind === 'error' && classify(reply.code, reply.call) === 'cover'
    ? coverUnknown(work, reply)
    : stop(work, reply, '存草稿');
}

async function coverUnknown(work: Work, reply: Parameters<typeof stop>[1]): Promise<Step<string>> {
  const tries = (work.notes.number('coverTries') ?? 0) + 1;
  const again = tries === coverTriesBeforeReupload;
  await work.notes.write({ coverTries: tries, ...(again ? { coverMediaId: null } : {}) });
  if (tries < coverTriesBeforePerson) return stop(work, reply, '存草稿');
  return { outcome: { kind: 'blocked', note: '封面重传后微信仍不认（40007）：请到公众平台素材库核对封面图片。' } };
}

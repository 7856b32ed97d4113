import type { AssetBytes, Rendition } from '../../ports/assets.ts';
import { extensionOf, imageType } from '../shared/image-type.ts';
import type { UploadFile } from './api.ts';
import { picturesIn } from './render.ts';
import { materialReply, uploadReply } from './replies.ts';
import { stopHarmless, type Step, type Work } from './work.ts';

const mega = 1024 * 1024;

/** Uploads every picture of the text that has no address yet (media/uploadimg). Yields id → address. */
export async function uploadPictures(work: Work): Promise<Step<Map<string, string>>> {
  const urls = new Map<string, string>();
  for (const id of picturesIn(work.job.release.html)) {
    const known = work.notes.text(`img:${id}`);
    if (known) {
      urls.set(id, known);
      continue;
    }
    const file = await readPicture(work, id, 'inline', ['jpeg', 'png'], mega);
    if ('outcome' in file) return file;
    const reply = await work.api.upload('media/uploadimg', '', file.value, uploadReply, work.job.signal);
    if (reply.kind !== 'ok') return stopHarmless(work, reply, '上传正文图片');
    await work.notes.write({ [`img:${id}`]: reply.data.url });
    urls.set(id, reply.data.url);
  }
  return { value: urls };
}

/** Puts the cover into the permanent material library, once. Yields its media_id. */
export async function uploadCover(work: Work): Promise<Step<string>> {
  const known = work.notes.text('coverMediaId');
  if (known) return { value: known };
  const { cover } = work.job.release;
  const file = cover
    ? await readPicture(work, cover.id, 'wechat-cover', ['jpeg', 'png'], 10 * mega)
    : defaultCover(work);
  if ('outcome' in file) return file;
  const reply = await work.api.upload(
    'material/add_material',
    '&type=image',
    file.value,
    materialReply,
    work.job.signal,
  );
  if (reply.kind !== 'ok') return stopHarmless(work, reply, '上传封面');
  await work.notes.write({ coverMediaId: reply.data.media_id });
  return { value: reply.data.media_id };
}

function defaultCover(work: Work): Step<UploadFile> {
  const asset = work.config.defaultCover;
  return asset
    ? checked(asset, 'cover', ['jpeg', 'png'], 10 * mega)
    : { outcome: { kind: 'refused', note: '微信推送要有封面图：请给稿件加一张封面，或为该号设置默认封面。' } };
}

async function readPicture(
  work: Work,
  id: string,
  rendition: Rendition,
  types: string[],
  max: number,
): Promise<Step<UploadFile>> {
  try {
    return checked(await work.assets.read(id, rendition), `picture-${id.replace(/\W/g, '')}`, types, max);
  } catch (error) {
    return {
      outcome: { kind: 'blocked', note: `图片读不出来：${error instanceof Error ? error.message : String(error)}` },
    };
  }
}

function checked(asset: AssetBytes, stem: string, types: string[], max: number): Step<UploadFile> {
  const type = imageType(asset.bytes);
  if (!type || !types.includes(type)) {
    return { outcome: { kind: 'refused', note: `图片“${asset.fileName}”不是 JPG 或 PNG，微信不收：请换一张图片。` } };
  }
  if (asset.bytes.length >= max) {
    return {
      outcome: {
        kind: 'refused',
        note: `图片“${asset.fileName}”超过 ${max / mega} MB，微信不收：请换一张小些的图片。`,
      },
    };
  }
  return { value: { bytes: asset.bytes, mime: `image/${type}`, fileName: `${stem}.${extensionOf(type)}` } };
}

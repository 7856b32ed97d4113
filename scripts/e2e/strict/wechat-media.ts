import { MultipartError, boundaryOf, parseMultipart } from './multipart.ts';
import type { Part } from './multipart.ts';
import { agreedKind } from './picture.ts';
import { refuse } from './wechat-reply.ts';
import { freshId } from './wechat-state.ts';
import type { WechatState } from './wechat-state.ts';
import type { Ask } from './wire.ts';

/** Exactly one file in the field `media`. */
function mediaOf(ask: Ask): Part {
  if (ask.method !== 'POST') refuse(43002, 'require POST method');
  let parts: Part[];
  try {
    parts = parseMultipart(ask.body, boundaryOf(ask.headers['content-type']));
  } catch (error) {
    if (!(error instanceof MultipartError)) throw error;
    return refuse(41005, `media data missing: ${error.message}`);
  }
  const [media] = parts;
  if (!media || parts.length !== 1 || media.name !== 'media' || !media.fileName)
    return refuse(41005, 'media data missing');
  if (media.bytes.length === 0) refuse(44001, 'empty media data');
  return media;
}

const onlyQuery = (ask: Ask, names: string[]) => {
  for (const name of ask.query.keys()) if (!names.includes(name)) refuse(40097, `invalid args: ${name}`);
};

/** media/uploadimg: pictures inside an article; jpg or png below 1 MB. */
export function uploadImg(state: WechatState, ask: Ask) {
  onlyQuery(ask, ['access_token']);
  const media = mediaOf(ask);
  const kind = agreedKind(media);
  if (kind !== 'jpeg' && kind !== 'png') refuse(40005, 'invalid file type');
  if (media.bytes.length >= 1024 * 1024) refuse(40009, 'invalid image size');
  const url = `http://mmbiz.qpic.cn/mmbiz_${kind === 'png' ? 'png' : 'jpg'}/${freshId(state, 40)}/0?wx_fmt=${kind}`;
  state.pictures.add(url);
  return { url };
}

/** material/add_material: permanent material; image ≤ 10 MB, thumb ≤ 64 KB JPG. */
export function addMaterial(state: WechatState, ask: Ask) {
  onlyQuery(ask, ['access_token', 'type']);
  const type = ask.query.get('type');
  if (type !== 'image' && type !== 'thumb') refuse(40004, 'invalid media type');
  const media = mediaOf(ask);
  const kind = agreedKind(media);
  if (!kind || (type === 'thumb' && kind !== 'jpeg')) refuse(40005, 'invalid file type');
  if (media.bytes.length > (type === 'thumb' ? 64 * 1024 : 10 * 1024 * 1024)) refuse(40009, 'invalid image size');
  const mediaId = freshId(state, 64);
  state.covers.set(mediaId, state.options.now());
  const item: unknown[] = [];
  if (type === 'thumb') return { media_id: mediaId, item };
  return { media_id: mediaId, url: `http://mmbiz.qpic.cn/mmbiz_jpg/${freshId(state, 40)}/0?wx_fmt=${kind}`, item };
}

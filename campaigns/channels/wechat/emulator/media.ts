import { randomBytes } from 'node:crypto';
import type { FormBody } from '../../emulator/multipart.ts';
import { imageType, type ImageType } from '../../shared/image-type.ts';
import { Fail } from './fail.ts';
import type { Profile } from './profile.ts';
import type { MediaRow, WechatState } from './state.ts';

const libraryCap = 100_000;

/** `media/uploadimg`: JPG or PNG by its bytes, below 1 MB; gives an address, no media_id. */
export function uploadImage(state: WechatState, account: Profile, form: FormBody | null): object {
  const file = fileOf(form);
  const type = sniff(file, ['jpeg', 'png']);
  if (file.length >= 1024 * 1024) throw new Fail(40009);
  const id = store(state, account, 'inline', type, file);
  return { url: addressOf(id, type) };
}

/** `material/add_material`: permanent images (≤ 10 MB) and thumbs (JPG ≤ 64 KB). */
export function addMaterial(state: WechatState, account: Profile, kind: string | null, form: FormBody | null): object {
  if (kind !== 'image' && kind !== 'thumb') throw new Fail(40004);
  const file = fileOf(form);
  const type = sniff(file, kind === 'thumb' ? ['jpeg'] : ['bmp', 'png', 'jpeg', 'gif']);
  if (file.length > (kind === 'thumb' ? 64 * 1024 : 10 * 1024 * 1024)) throw new Fail(40009);
  if (state.media.values().filter((m) => m.appId === account.appId && m.kind !== 'inline').length >= libraryCap)
    throw new Fail(45001);
  const id = store(state, account, kind, type, file);
  return kind === 'image' ? { media_id: id, url: addressOf(id, type) } : { media_id: id };
}

/** @throws Fail 40007 unless it is this account's permanent material and already replicated */
export function requireCover(state: WechatState, account: Profile, id: string): void {
  const media = state.media.get(id);
  const ready = media && state.clock.now().getTime() >= media.createdAt + account.coverDelayMs;
  if (!media || media.kind === 'inline' || media.appId !== account.appId || !ready) throw new Fail(40007);
}

/** `http://mmbiz.qpic.cn/<id>/0?wx_fmt=jpeg` → `<id>`; null for other hosts. */
export const mediaIdOf = (address: string): string | null =>
  /^https?:\/\/mmbiz\.(?:qpic\.cn|qlogo\.cn)\/([\w-]+)\//.exec(address)?.[1] ?? null;

const addressOf = (id: string, type: ImageType) => `http://mmbiz.qpic.cn/${id}/0?wx_fmt=${type}`;

function fileOf(form: FormBody | null): Uint8Array {
  const file = form?.files.get('media');
  if (!file || file.bytes.length === 0) throw new Fail(41005);
  return file.bytes;
}

function sniff(bytes: Uint8Array, allowed: ImageType[]): ImageType {
  const type = imageType(bytes);
  if (!type || !allowed.includes(type)) throw new Fail(40005);
  return type;
}

function store(
  state: WechatState,
  account: Profile,
  kind: MediaRow['kind'],
  type: ImageType,
  bytes: Uint8Array,
): string {
  const id = randomBytes(24).toString('base64url');
  state.media.set(id, {
    appId: account.appId,
    kind,
    mime: `image/${type}`,
    bytes: bytes.length,
    base64: Buffer.from(bytes).toString('base64'),
    createdAt: state.clock.now().getTime(),
  });
  return id;
}

import type { IncomingMessage } from 'node:http';
import { maxBytes } from '../../../cms/media/limits.ts';

/** What one request may bring, or why it may bring nothing. */
export type BodyLimit = { bytes: number; sentence: string } | { status: 401; sentence: string };

/** A log-in, a forgotten password, a form of the log-in page. */
const anonymous = { bytes: 16 * 1024, sentence: '没有登录时提交的内容太长：请先登录后台，再提交一次。' };
/** The longest story (`cms/collections/stories`) is about 1 MB as the form sends it. */
const form = { bytes: 8 * 1024 * 1024, sentence: '这次提交的内容超过 8 MB：请把长稿分成几篇，或把图片单独上传。' };
/** The envelope that a browser puts around a file. */
const envelope = 256 * 1024;
const file = { bytes: maxBytes + envelope, sentence: '文件超过 20 MB：请缩小或压缩后再传。' };

/**
 * The bound of a request's body, known before a byte of it is read. Files come from people who are signed in, to the
 * addresses that take them.
 * @param uploads paths that take files, e.g. `/api/media`
 */
export function bodyLimit(
  { method = 'GET', url = '/', headers }: Pick<IncomingMessage, 'method' | 'url' | 'headers'>,
  signedIn: boolean,
  uploads: readonly string[],
): BodyLimit {
  const path = url.split('?', 1)[0] ?? '/';
  const takesFiles = uploads.some((upload) => path === upload || path.startsWith(`${upload}/`));
  if (signedIn) return takesFiles ? file : form;
  const bringsFile = takesFiles && method !== 'GET' && method !== 'HEAD' && hasBody(headers);
  return bringsFile ? { status: 401, sentence: '登录已过期，文件没有上传：请重新登录后再传。' } : anonymous;
}

export const hasBody = (headers: IncomingMessage['headers']): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;

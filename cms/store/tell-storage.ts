import type { AfterErrorHook } from 'payload';
import { codeOf } from '../../campaigns/bulkhead/plain-words.ts';

const full = /^(ENOSPC|EDQUOT|SQLITE_FULL)/;
const broken = /^(SQLITE_IOERR|EIO|EROFS|SQLITE_READONLY)/;

/** What a person is told when the storage refuses to keep something; null for every other failure. */
export function storageSentence(error: unknown): string | null {
  const code = codeOf(error);
  if (full.test(code))
    return '没有保存：服务器的磁盘满了。您写的内容还在这一页上，请不要关掉；请告诉系统管理员清理磁盘，然后再点一次保存。';
  if (broken.test(code))
    return '没有保存：服务器的磁盘读写出错。您写的内容还在这一页上，请不要关掉；请马上告诉系统管理员。';
  return null;
}

/** 507 (RFC 4918 §11.5) and one sentence, instead of “unknown error”. */
export const tellStorage: AfterErrorHook = ({ error }) => {
  const message = storageSentence(error);
  return message === null ? undefined : { status: 507, response: { errors: [{ message, name: 'StorageFull' }] } };
};

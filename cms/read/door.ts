import type { Reader } from './reader.ts';

const key = Symbol.for('chengxin.reader');
type Holder = Record<symbol, Reader | undefined>;

/** Called once by the composition root (`scripts/`), or by a test with a reader of its own. */
export function openDoor(reader: Reader): void {
  (globalThis as Holder)[key] = reader;
}

/**
 * The reader that this process was started with. It travels over `globalThis` because the site is a bundle of its own
 * and must not contain the CMS.
 * @throws Error when the process was started without one (a programming error).
 */
export function read(): Reader {
  const reader = (globalThis as Holder)[key];
  if (!reader) throw new Error('站点还没有接上数据：请用 chengxin start 启动。');
  return reader;
}

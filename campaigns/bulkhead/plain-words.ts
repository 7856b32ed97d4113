const said = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).trim().split('\n')[0]?.trim() ?? '';

/** Code of an error or of what caused it: drivers wrap theirs. */
export function codeOf(error: unknown, depth = 0): string {
  if (!(error instanceof Error) || depth > 5) return '';
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return code || codeOf(error.cause, depth + 1);
}

const byCode: readonly (readonly [test: RegExp, sentence: string])[] = [
  [/^(ENOSPC|EDQUOT|SQLITE_FULL)/, '磁盘满了，写不进去。'],
  [/^SQLITE_(CORRUPT|NOTADB)/, '数据库文件损坏：请停下系统，用 chengxin restore 恢复最近一份好的备份。'],
  [/^(SQLITE_IOERR|EIO)/, '磁盘读写出错：请检查硬盘。'],
  [/^(SQLITE_READONLY|EROFS)/, '磁盘或数据库是只读的，写不进去。'],
  [/^(EACCES|EPERM)/, '没有权限读写这里的文件。'],
  [/^(EMFILE|ENFILE)/, '打开的文件太多，系统不让再打开。'],
  [/^SQLITE_(BUSY|LOCKED)/, '数据库一直被别的程序占用。'],
  [/^(ECONNREFUSED|ECONNRESET|ENOTFOUND|ETIMEDOUT|EHOSTUNREACH)/, '对方的服务器连不上。'],
];

/**
 * What went wrong, as one sentence for a person. Sentences that are Chinese already stay as they are; of everything else
 * the original words follow for whoever mends it.
 */
export function plainWords(error: unknown): string {
  const words = said(error);
  const code = codeOf(error);
  const known = byCode.find(([test]) => test.test(code))?.[1];
  if (known) return known;
  if (/^Mongo.*(ServerSelection|Network|NotConnected)/.test(error instanceof Error ? error.name : ''))
    return '数据库连不上。';
  if (/[\u4e00-\u9fff]/.test(words)) return /[。！？]$/.test(words) ? words : `${words}。`;
  if (error instanceof RangeError && /time|date/i.test(words)) return `里面的日期或时间读不出来（${words}）。`;
  if (error instanceof TypeError || error instanceof RangeError || error instanceof SyntaxError)
    return `里面的数据缺了东西，或者写坏了（${words}）。`;
  return `程序出错（${words || '没有说明'}）。`;
}

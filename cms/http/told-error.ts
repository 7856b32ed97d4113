import type { AfterErrorHook } from 'payload';

type Told = { status: number; sentence: string };

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
/** An error, what it came from, and so on. */
function chain(error: unknown): { name: string; message: string; code: string }[] {
  const found = [];
  for (let at: unknown = error; at instanceof Error && found.length < 5; at = at.cause) {
    found.push({ name: at.name, message: at.message, code: 'code' in at ? text(at.code) : '' });
  }
  return found;
}

/**
 * What is said of an error that the shell has no words for, or English ones. A question that the database cannot read is a
 * wrong question; what is not there is not there; a database that is away comes back.
 */
function toldError(error: Error & { status?: number }): Told | null {
  const found = chain(error);
  const is = (test: (one: (typeof found)[number]) => boolean) => found.some(test);
  if (error.name === 'QueryError')
    return {
      status: 400,
      sentence: `查询条件不对，没有这样的字段或比较：${error.message.split(': ')[1]?.slice(0, 100) ?? ''}。`,
    };
  if (error.name === 'UnfitColumn')
    return { status: 409, sentence: `${error.message}所以没有做：请告诉维护的人，“今日”里写着是哪一条。` };
  if (error.message === 'Invalid JSON')
    return { status: 400, sentence: '提交的内容不完整（不是合法的 JSON），没有保存：请刷新页面再试。' };
  if (
    /^(Unexpected end of form|Malformed part header|Multipart: Boundary not found|Request is not eligible for file upload)/.test(
      error.message,
    ) ||
    (error.name === 'SyntaxError' && /JSON/.test(error.message))
  ) {
    return { status: 400, sentence: '提交的内容不完整，没有保存：请刷新页面再试，文件请重新选。' };
  }
  if (error.message === 'Missing email.') return { status: 400, sentence: '请写电子邮件。' };
  if ((error.status ?? 500) !== 500) return null;
  if (
    is(
      ({ name, message }) =>
        /^Mongo(ose)?(ServerSelection|Network|NotConnected|TopologyClosed)/.test(name) ||
        /buffering timed out/.test(message),
    )
  ) {
    return { status: 503, sentence: '数据库暂时没有回应，没有保存：请过一会儿再试，已填的内容请不要关掉。' };
  }
  if (
    is(
      ({ name, message, code }) =>
        name === 'CastError' ||
        name === 'BSONError' ||
        code === 'SQLITE_MISMATCH' ||
        message === "Cannot read properties of null (reading 'relationTo')" ||
        /Invalid time value/.test(message) ||
        /^Invalid (argument|regular expression)|must not contain null bytes|Unsupported type|Only finite numbers|cannot be passed as argument to the database/.test(
          message,
        ),
    )
  ) {
    return { status: 400, sentence: '查询条件或编号的写法不对：请检查后再试。' };
  }
  // Only SQLite asks whether what a row names is there.
  if (
    is(({ code, message }) => code === 'SQLITE_CONSTRAINT_FOREIGNKEY' || /FOREIGN KEY constraint failed/.test(message))
  )
    return { status: 400, sentence: '选的某一项已经不在了（可能刚被别人删除），没有保存：请刷新页面，重新选。' };
  if (is(({ name, code }) => code === 'ENOENT' || name === 'FileRetrievalError'))
    return { status: 404, sentence: '没有这个文件：可能已经删除。' };
  return { status: 500, sentence: '程序内部出错，没有保存：请再试一次；还不行，请把时间和做的事告诉管理员。' };
}

/** Says it, in the shell's shape. What a collection has already put into words stays. */
export const tellErrors: AfterErrorHook = ({ error, result }) => {
  const told = toldError(error);
  if (!told) return undefined;
  const already =
    result && typeof result === 'object' && 'errors' in result && Array.isArray(result.errors)
      ? text((result.errors[0] as { message?: unknown } | undefined)?.message)
      : '';
  if (/\p{Script=Han}/u.test(already)) return undefined;
  return { status: told.status, response: { errors: [{ message: told.sentence }], message: told.sentence } };
};

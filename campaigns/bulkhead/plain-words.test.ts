import { expect, it } from 'vitest';
import { codeOf, plainWords } from './plain-words.ts';
import { gather, tellStuck } from './stuck.ts';
import { whole } from './whole.ts';

const coded = (code: unknown, message = 'raw words of a driver') => Object.assign(new Error(message), { code });
const named = (name: string) => Object.assign(new Error('raw'), { name });

it.each<[string, unknown, string]>([
  ['a full disk', coded('ENOSPC'), '磁盘满了，写不进去。'],
  ['a quota that is used up', coded('EDQUOT'), '磁盘满了，写不进去。'],
  ['a full disk, as the database says it', coded('SQLITE_FULL'), '磁盘满了，写不进去。'],
  [
    'a broken database',
    coded('SQLITE_CORRUPT_VTAB'),
    '数据库文件损坏：请停下系统，用 chengxin restore 恢复最近一份好的备份。',
  ],
  [
    'a file that is no database',
    coded('SQLITE_NOTADB'),
    '数据库文件损坏：请停下系统，用 chengxin restore 恢复最近一份好的备份。',
  ],
  ['a dying disk', coded('SQLITE_IOERR_READ'), '磁盘读写出错：请检查硬盘。'],
  ['a disk mounted to be read only', coded('EROFS'), '磁盘或数据库是只读的，写不进去。'],
  ['a file of somebody else', coded('EACCES'), '没有权限读写这里的文件。'],
  ['too many open files', coded('EMFILE'), '打开的文件太多，系统不让再打开。'],
  ['a database that another program holds', coded('SQLITE_BUSY_SNAPSHOT'), '数据库一直被别的程序占用。'],
  ['a server that is off', coded('ECONNREFUSED'), '对方的服务器连不上。'],
  ['a name that nobody knows', coded('ENOTFOUND'), '对方的服务器连不上。'],
  ['a MongoDB that is off', named('MongoServerSelectionError'), '数据库连不上。'],
  ['a code deep inside', new Error('a', { cause: new Error('b', { cause: coded('ENOSPC') }) }), '磁盘满了，写不进去。'],
  ['a code that is a number', coded(28), '程序出错（raw words of a driver）。'],
  ['a sentence', new Error('栏目已经不在了。'), '栏目已经不在了。'],
  ['a sentence that lacks its end', new Error('栏目已经不在了'), '栏目已经不在了。'],
  ['a question', new Error('还要发吗？'), '还要发吗？'],
  ['a sentence with a code beside it', coded('EACCES', '图片读不出来。'), '没有权限读写这里的文件。'],
  ['a sentence and a stack below it', new Error('  读不出来。\n    at x.ts:1'), '读不出来。'],
  ['a date that is none', new RangeError('Invalid time value'), '里面的日期或时间读不出来（Invalid time value）。'],
  ['a row that lacks something', new TypeError('x is undefined'), '里面的数据缺了东西，或者写坏了（x is undefined）。'],
  ['JSON that is broken off', new SyntaxError('Unexpected end'), '里面的数据缺了东西，或者写坏了（Unexpected end）。'],
  ['a thrown text', 'odd', '程序出错（odd）。'],
  ['a thrown sentence', '没有这一天', '没有这一天。'],
  ['nothing at all', undefined, '程序出错（undefined）。'],
  ['an empty error', new Error(''), '程序出错（没有说明）。'],
  ['an error of blanks', new Error(' \n '), '程序出错（没有说明）。'],
])('%s', (_what, error, words) => expect(plainWords(error)).toBe(words));

it('a chain of causes that bites its own tail has an end', () => {
  const error = new Error('a');
  error.cause = new Error('b', { cause: error });
  expect(codeOf(error)).toBe('');
  expect(plainWords(error)).toBe('程序出错（a）。');
});

it('an answer from which something was left out is none, and both are told: who asked, and what is broken', async () => {
  const { stuck, value } = await gather(async () => {
    expect(await whole('查这张图片用在哪里', async () => ['稿件一'])).toEqual(['稿件一']);
    return whole('查这张图片用在哪里', async () => {
      tellStuck('story 2', '稿件《示例》', new TypeError('x'));
      return ['稿件一'];
    }).catch((error: unknown) => error);
  });
  expect(value).toEqual(
    new Error('查这张图片用在哪里时，稿件《示例》读不出来，没有查全，所以什么也没有动：请先修好它。'),
  );
  expect(stuck).toEqual([{ item: 'story 2', title: '稿件《示例》', error: '里面的数据缺了东西，或者写坏了（x）。' }]);
});

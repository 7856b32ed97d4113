import { expect, it } from 'vitest';
import { each, onItsOwn, readable } from './each.ts';
import { plainWords } from './plain-words.ts';
import { gather, gatherAll } from './stuck.ts';

const name = (n: number) => [`n ${n}`, `第${n}个`] as const;

it('one that fails stops none of the others, and is told however deep it lies', async () => {
  const { value, stuck } = await gather(async () => {
    const outer = await each([1, 2, 3], name, async (n) => {
      if (n === 2) throw new RangeError('Invalid time value');
      return (
        await each([10, 20], name, (m) => {
          if (m === 20 && n === 3) throw new Error('坏了');
          return n * m;
        })
      ).length;
    });
    return outer;
  });
  expect(value).toEqual([2, 1]);
  expect(stuck.map(({ item }) => item)).toEqual(['n 2', 'n 20']);
  expect(stuck[0]?.error).toContain('日期或时间读不出来');
  expect(stuck[1]?.error).toBe('坏了。');
});

it('what was gathered before a failure is kept with it, and two that gather at once do not mix', async () => {
  const [a, b] = await Promise.all([
    gatherAll(async () => {
      await onItsOwn('x', '甲', async () => {
        throw new Error('一');
      });
      throw new Error('全部停了');
    }),
    gatherAll(async () => {
      readable(
        [null as unknown as { id: string }],
        ({ id }) => [id, id],
        ({ id }) => id,
      );
    }),
  ]);
  expect(a).toEqual({ error: '全部停了。', stuck: [{ item: 'x', title: '甲', error: '一。' }] });
  expect(b).toMatchObject({ error: null, stuck: [{ item: '?', title: '认不出来的一条数据' }] });
});

it('says in plain words what drivers say in theirs', () => {
  const driver = (code: string) => Object.assign(new Error('raw'), { code });
  expect(plainWords(new Error('query failed', { cause: driver('SQLITE_FULL') }))).toContain('磁盘满了');
  expect(plainWords(driver('ENOSPC'))).toContain('磁盘满了');
  expect(plainWords(driver('SQLITE_CORRUPT'))).toContain('chengxin restore');
  expect(plainWords(driver('EMFILE'))).toContain('打开的文件太多');
  expect(plainWords(Object.assign(new Error('x'), { name: 'MongoServerSelectionError' }))).toContain('数据库连不上');
  for (const error of [new TypeError('a is undefined'), 'odd', new Error('')])
    expect(plainWords(error)).toMatch(/[\u4e00-\u9fff].*。$/);
});

import { afterAll, beforeAll, expect, it } from 'vitest';
import { draft, newsroom } from '../testing/story.ts';
import { testCms, type TestCms } from '../testing/test-cms.ts';
import { storageSentence, tellStorage } from './tell-storage.ts';

let cms: TestCms;
beforeAll(async () => {
  cms = await testCms();
});
afterAll(() => cms.close());

it('a full disk is one Chinese sentence with 507, nothing is half kept, and with room again it is saved', async () => {
  const { payload } = cms;
  const desk = await newsroom(payload);
  const story = await draft(payload, desk.author, { title: '原来的题目（示例）' });
  const { client } = payload.db as unknown as {
    client: { execute(sql: string): Promise<{ rows: Record<string, unknown>[] }> };
  };
  // SQLite's own quota: not one page more than there is.
  const {
    rows: [pages],
  } = await client.execute('PRAGMA page_count');
  await client.execute('PRAGMA wal_checkpoint(TRUNCATE)');
  await client.execute(`PRAGMA max_page_count = ${Number(Object.values(pages!)[0])}`);
  let refused: unknown = null;
  for (let i = 0; i < 200 && refused === null; i += 1) {
    await payload.kv.set(`filler-${i}`, { text: 'x'.repeat(20_000) }).catch((error: unknown) => {
      refused = error;
    });
  }
  expect(storageSentence(refused)).toMatch(/^没有保存：服务器的磁盘满了。.*还在这一页上/);
  expect(await tellStorage({ error: refused } as never)).toMatchObject({
    status: 507,
    response: { errors: [{ message: storageSentence(refused) }] },
  });
  // The connection that met it is thrown away; the new one has no quota, as a disk that was cleared.
  await payload.update({ collection: 'stories', id: story.id, data: { title: '新的题目（示例）' } });
  expect((await payload.findByID({ collection: 'stories', id: story.id, depth: 0 })).title).toBe('新的题目（示例）');
});

it('every other failure is nobody’s disk', () => {
  for (const error of [new Error('x'), null, Object.assign(new Error('x'), { code: 'SQLITE_BUSY' })])
    expect(storageSentence(error)).toBeNull();
  expect(
    storageSentence(new Error('outer', { cause: Object.assign(new Error('inner'), { code: 'ENOSPC' }) })),
  ).toContain('磁盘满了');
  expect(storageSentence(Object.assign(new Error('x'), { code: 'SQLITE_IOERR_WRITE' }))).toContain('读写出错');
});

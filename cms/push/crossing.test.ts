import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { pushScene, type PushScene } from './testing/push-scene.ts';

let scene: PushScene;
beforeAll(async () => {
  scene = await pushScene();
});
afterAll(() => scene.close());
afterEach(() => vi.restoreAllMocks());
const isPlanned = async (id: string) => (await scene.planned()).create.some(({ postId }) => postId === id);

/** Lets somebody else act between the reading and the writing of the next write. */
const meanwhile = (act: () => Promise<unknown>) => {
  const { db } = scene.payload;
  const write = db.updateOne.bind(db);
  vi.spyOn(db, 'updateOne').mockImplementationOnce(async (args) => {
    await act();
    return write(args);
  });
};

describe('a confirmation covers what was asked for then, once', () => {
  it('changed and changed back, it is confirmed anew', async () => {
    const { id } = await scene.ask('author', { time: '11:00' });
    await scene.confirm('signer', id);
    expect(await isPlanned(id)).toBe(true);
    await scene.change('author', id, { time: '11:10' });
    expect(await scene.change('author', id, { time: '11:00' })).toMatchObject({
      status: 200,
      message: expect.stringContaining('等另一个人确认'),
    });
    expect(await isPlanned(id)).toBe(false);
    expect((await scene.look('signer', { post: id, time: '11:00' })).post?.standing).toBe('waiting');
    expect(await scene.confirm('signer', id)).toMatchObject({
      status: 200,
      message: expect.stringMatching(/^已确认：/),
    });
    expect(await isPlanned(id)).toBe(true);
  });

  it('declined after it was confirmed, no way of changing it there and back sends it out', async () => {
    const { id } = await scene.ask('author', { time: '13:00' });
    await scene.confirm('signer', id);
    await scene.decline('signer', id, '这天不合适');
    await scene.change('author', id, { time: '13:10' });
    await scene.decline('signer', id, '这时也不合适');
    await scene.change('author', id, { time: '13:00' });
    expect(await isPlanned(id)).toBe(false);
  });

  it('changed there and back while somebody confirms: what they had read is asked for anew', async () => {
    const { id } = await scene.ask('author', { time: '14:00' });
    meanwhile(async () => {
      await scene.change('author', id, { time: '14:10' });
      await scene.change('admin', id, { time: '14:00' });
    });
    await scene.confirm('signer', id);
    expect(await isPlanned(id)).toBe(false);
  });
});

it('one does not agree while another confirms: no is no, and the reason stands', async () => {
  const { id } = await scene.ask('signer', { time: '15:00' });
  meanwhile(() => scene.decline('reviewer1', id, '和会议撞了'));
  await scene.confirm('reviewer2', id);
  expect(await isPlanned(id)).toBe(false);
  const { post } = await scene.look('author', { post: id, time: '15:00' });
  expect([post?.standing, post?.said]).toEqual([
    'declined',
    expect.arrayContaining([expect.stringContaining('和会议撞了')]),
  ]);
});

import { afterAll, beforeAll, expect, it } from 'vitest';
import { pushScene, type PushScene } from './testing/push-scene.ts';

let scene: PushScene;
beforeAll(async () => {
  scene = await pushScene();
});
afterAll(() => scene.close());
const words = (text: string) => ({ words: [{ channel: 'weibo', text }] });

it('a platform that was called already may hold a draft in the words of then: others are asked for anew', async () => {
  const { id } = await scene.ask('author', words('原来的一句话。'));
  await scene.confirm('signer', id);
  scene.fault({ path: '/2/statuses/share.json', mode: 'error', errcode: 20016 });
  await scene.minute();
  expect((await scene.store.list({ postIds: [id] })).map(({ state }) => state)).toEqual(['pending']);
  for (const other of [words('改过的一句话。'), { words: [] }])
    expect(await scene.change('author', id, { time: '11:30', ...other })).toMatchObject({
      status: 409,
      message: '已经试着往微博发过，那边可能留着原来的话，自己写的话不能再改：请取消这一条，新提一条。',
    });
  // Its time alone may be changed.
  expect(await scene.change('author', id, { time: '11:30', ...words('原来的一句话。') })).toMatchObject({
    status: 200,
  });
});

it('untried, words change as one likes', async () => {
  const { id } = await scene.ask('author', { time: '16:30', ...words('原来的一句话。') });
  await scene.confirm('signer', id);
  await scene.minute();
  expect(await scene.change('author', id, { time: '16:30', ...words('改过的一句话。') })).toMatchObject({
    status: 200,
  });
});

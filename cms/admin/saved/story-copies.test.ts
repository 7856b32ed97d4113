import { afterEach, expect, it } from 'vitest';
import { json, openBrowser, type Answering, type Browser } from '../testing/browser.ts';
import { storyCopies } from './story-copies.ts';

let page: Browser;
afterEach(() => page.close());
const open = async (answer?: Answering) => {
  page = await openBrowser(null, answer);
};
const keep = (target = 'stories/s1') => storyCopies(target)?.keep({ title: '甲', stage: 'draft' } as never);

it('only stories have copies on the server', async () => {
  await open();
  expect([storyCopies('campaigns/c1'), storyCopies('globals/desk'), storyCopies('stories/')]).toEqual([
    null,
    null,
    null,
  ]);
});

it('keeps the writer’s content alone, under the story or under none', async () => {
  await open(() => json(200, {}));
  expect([await keep(), await keep('stories/new')]).toEqual([null, null]);
  expect(page.asked.map(({ body }) => body)).toEqual([{ title: '甲', id: 's1' }, { title: '甲' }]);
  await storyCopies('stories/s1')?.drop();
  expect(page.asked.at(-1)).toMatchObject({ method: 'DELETE', path: '/api/stories/working-copy?story=s1' });
});

it('what the server would not keep is never said to be kept', async () => {
  const answers = [
    json(422, { message: '太长，没有暂存。' }),
    json(403, { errors: [{ message: '您的职责不能写稿。' }] }),
    json(500, {}),
    new Response('<html>', { status: 413 }),
    json(401, {}),
  ];
  await open(() => answers.shift() as Response);
  expect([await keep(), await keep(), await keep(), await keep(), await keep()]).toEqual([
    '太长，没有暂存。',
    '您的职责不能写稿。',
    '服务器没有收下暂存：请常按保存。',
    '服务器没有收下暂存：请常按保存。',
    '',
  ]);
});

it('without an answer there is nothing from before', async () => {
  await open();
  expect(await storyCopies('stories/s1')?.read()).toBeNull();
});

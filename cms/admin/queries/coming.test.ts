import { afterAll, beforeAll, expect, it } from 'vitest';
import { gather } from '../../../campaigns/bulkhead/stuck.ts';
import { StageCell } from '../story/StageCell.tsx';
import { hostileTitle, isMarkup } from '../testing/sentences.ts';
import { show } from '../testing/page.ts';
import { performReview } from '../../desk/perform.ts';
import { draft, newsroom, release, type Desk } from '../../testing/story.ts';
import { testCms, type TestCms } from '../../testing/test-cms.ts';
import { ComingList } from '../views/ComingList.tsx';
import { loadComing } from './coming.ts';

let cms: TestCms;
let desk: Desk;
beforeAll(async () => {
  cms = await testCms();
  desk = await newsroom(cms.payload);
});
afterAll(() => cms.close());

const hours = (n: number) => new Date(Math.ceil(Date.now() / 60_000) * 60_000 + n * 3_600_000);
const waiting = async (title: string, from: Date | null, until: Date | null = null) => {
  const { id } = await draft(cms.payload, desk.author, { title });
  await release(cms.payload, id, desk, undefined, { from, until });
  return id;
};
const cell = async (id: string, stage = 'signed') =>
  (await show(await StageCell({ cellData: stage, payload: cms.payload, rowData: { id } } as never))).text;

it('what waits for its minute is on 今日 and in the list of stories, the next first, until it has come or was taken back', async () => {
  expect((await show(ComingList({ stories: await loadComing(cms.payload, new Date()) }))).text).toBe('');
  const [late, soon] = [await waiting(hostileTitle, hours(30), hours(60)), await waiting('近的（示例）', hours(3))];
  const seen = await waiting('已经看得到（示例）', null, hours(5));
  const found = await loadComing(cms.payload, new Date());
  expect(found.map(({ storyId }) => storyId)).toEqual([soon, late]);
  expect(found.map(({ said }) => said)).toEqual([
    expect.stringMatching(/^定时 \d+月\d+日 \d\d:\d\d 上线$/),
    expect.stringMatching(/^定时 .* 上线，.* 下线$/),
  ]);
  const list = await show(ComingList({ stories: found }));
  expect(list.texts('li a')).toEqual(['近的（示例）', hostileTitle]);
  expect(isMarkup(list.html)).toBe(false);
  expect(await cell(soon)).toMatch(/^已签发\s?定时 /);
  expect([await cell(seen), await cell('没有的', 'draft'), await cell('没有的', '坏的')]).toEqual([
    '已签发',
    '草稿',
    '—',
  ]);

  expect(await loadComing(cms.payload, hours(3))).toMatchObject([{ storyId: late }]);
  await performReview(
    { payload: cms.payload },
    { storyId: late, act: 'withdraw', person: desk.signer, note: '暂缓。' },
  );
  expect((await loadComing(cms.payload, new Date())).map(({ storyId }) => storyId)).toEqual([soon]);
});

it('one whose end cannot be read is left out and told, the others stand there', async () => {
  const [bad, good] = [await waiting('坏的（示例）', hours(4)), await waiting('好的（示例）', hours(5))];
  await cms.payload.db.updateOne({
    collection: 'publications',
    where: { story: { equals: bad } },
    data: { until: '那天T几点' },
    returning: false,
  });
  const { stuck, value } = await gather(() => loadComing(cms.payload, new Date()));
  const titles = value?.map(({ storyId }) => storyId);
  expect([titles?.includes(good), titles?.includes(bad), stuck.length]).toEqual([true, false, 1]);
});

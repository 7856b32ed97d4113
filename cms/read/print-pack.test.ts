import { strFromU8, unzipSync } from 'fflate';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { instantOf } from '../../campaigns/calendar/civil-day.ts';
import { createManualClock } from '../../campaigns/outbox/engine/manual-clock.ts';
import { performReview } from '../desk/perform.ts';
import { draft, newsroom, release, type Desk } from '../testing/story.ts';
import { testCms, type TestCms } from '../testing/test-cms.ts';
import { createReader } from './payload-reader.ts';
import { printFiles, type PrintName } from './print-pack.ts';
import type { Reader } from './reader.ts';

let cms: TestCms;
let desk: Desk;
let reader: Reader;
const clock = createManualClock(instantOf('2026-06-14', '09:00'));

beforeAll(async () => {
  cms = await testCms();
  desk = await newsroom(cms.payload);
  reader = createReader({ payload: cms.payload, clock, demo: true, siteUrl: 'https://cx.example' });
});
afterAll(() => cms.close());

async function live(title: string) {
  const story = await draft(cms.payload, desk.author, { title });
  await release(cms.payload, story.id, desk, clock);
  const { docs } = await cms.payload.find({
    collection: 'publications',
    where: { story: { equals: story.id } },
    depth: 0,
  });
  return { id: story.id, serial: docs[0]?.serial ?? 0 };
}

it('gives the files of a live story, the same bytes each time, and none after its withdrawal', async () => {
  const { id, serial } = await live('一杆公平秤（示例）');
  const names = Object.keys(printFiles) as PrintName[];
  const files = await Promise.all(names.map((name) => reader.printFile(serial, name)));
  expect(files.map((file) => file?.fileName.split('-').at(-1))).toEqual([
    '海报A4.pdf',
    '海报A3.pdf',
    '大字版A4.pdf',
    '广播稿.txt',
    '广播稿.docx',
    '社区打印包.zip',
  ]);
  const poster = await extractText(await getDocumentProxy(new Uint8Array(files[0]?.bytes ?? [])), { mergePages: true });
  expect(poster.text.replace(/\s/g, '')).toContain('一杆公平秤（示例）');
  expect(poster.text).toContain(`cx.example/s/${serial}`);
  const zip = unzipSync(files.at(-1)?.bytes ?? new Uint8Array());
  expect(strFromU8(zip['说明.txt'] ?? new Uint8Array())).toContain('扫一次二维码');
  const again = createReader({ payload: cms.payload, clock, demo: true, siteUrl: 'https://cx.example' });
  expect((await again.printFile(serial, 'all.zip'))?.hash).toBe(files.at(-1)?.hash);

  await performReview(
    { payload: cms.payload, clock },
    { storyId: id, act: 'withdraw', person: desk.signer, note: '事实有误。' },
  );
  for (const name of names) expect(await reader.printFile(serial, name)).toBeNull();
});

it('knows no numbers that are not there', async () => {
  expect(await reader.printFile(4711, 'poster-a4.pdf')).toBeNull();
  expect(await reader.printFile(-1, 'poster-a4.pdf')).toBeNull();
});

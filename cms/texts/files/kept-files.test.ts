import { createLocalReq } from 'payload';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { gather } from '../../../campaigns/bulkhead/stuck.ts';
import { createManualClock } from '../../../campaigns/outbox/engine/manual-clock.ts';
import { tag } from '../../story/tags.ts';
import { testCms, type TestCms } from '../../testing/test-cms.ts';
import { forgetCopies } from './copies-now.ts';
import { readAllKinds, type FileEntry } from './entries.ts';
import { fileCopies, keepFile, type FileAgreement } from './file-copies.ts';
import { wordsOf } from './file-words.ts';
import { publicFiles } from './public-files.ts';
import { takeUpFiles } from './take-up-files.ts';
import { ownContent, type OwnContent } from './testing/own-content.ts';
import { waitingFiles } from './waiting-files.ts';
import { watchFiles } from './watch-files.ts';

let cms: TestCms;
let content: OwnContent;
const clock = createManualClock('2026-11-20T09:00:00+08:00');
const list = 'content/lists/wage-arrears.yaml';
const occasion = 'content/occasions/tax-month.yaml';
beforeAll(async () => {
  content = await ownContent();
  cms = await testCms(content);
});
afterAll(async () => {
  await content.close();
  await cms.close();
});
afterEach(async () => {
  for (const file of [list, occasion]) await content.restore(file);
});

const entryOf = async (file: string): Promise<FileEntry> =>
  (await readAllKinds(content.content)).find((entry) => entry.file === file)!;
/** Somebody agrees to what the file says now. */
async function agree(file: string, more: Partial<FileAgreement> = {}): Promise<void> {
  const entry = await entryOf(file);
  await keepFile(await createLocalReq({}, cms.payload), entry, wordsOf(entry.kind, entry.data), {
    origin: 'agreed',
    by: { id: 'u1', name: '示例初审' },
    note: '同意',
    at: new Date('2026-11-21T01:00:00.000Z'),
    ...more,
  });
  forgetCopies(cms.payload);
}
const waiting = async () => (await waitingFiles(cms.payload)).map(({ entry, why }) => `${entry.file} ${why}`);
const files = () => publicFiles(cms.payload);
const summary = async () => (await files().lists()).find(({ slug }) => slug === 'wage-arrears')?.summary;

describe('at a start', () => {
  it('the first one writes down what stands, two at once write it once, the next ones nothing', async () => {
    const written = await Promise.all([takeUpFiles(cms.payload, clock), takeUpFiles(cms.payload, clock)]);
    const all = (await readAllKinds(content.content)).length;
    // The second may have come when the first was done.
    expect(written).toContain(all);
    expect(
      (await cms.payload.count({ collection: 'public-texts', where: { subject: { equals: 'files' } } })).totalDocs,
    ).toBe(1);
    expect(await takeUpFiles(cms.payload, clock)).toBe(0);
    expect((await fileCopies(cms.payload)).installed).toHaveLength(all);
  });

  it('everything that came with the product is public, and nothing waits', async () => {
    const { installed } = await fileCopies(cms.payload);
    expect(new Set(installed?.map(({ origin }) => origin))).toEqual(new Set(['product']));
    expect(await waiting()).toEqual([]);
  });
});

describe('a file that somebody has written', () => {
  it('waits by its name and since when, the public reads on what it read; agreed to it is public, and says since when', async () => {
    const [before, { name }] = [await summary(), (await entryOf(list)).data];
    await content.set(list, 'summary', '改了的摘要（示例）。');
    const [found] = await waitingFiles(cms.payload);
    expect([found?.title, found?.why, found?.now.summary, found?.shown?.summary]).toEqual([
      `名单说明　${String(name)}`,
      'changed',
      '改了的摘要（示例）。',
      before,
    ]);
    expect(await summary()).toBe(before);
    expect((await files().changed('lists')).size).toBe(0);
    await agree(list);
    expect([await summary(), await waiting()]).toEqual(['改了的摘要（示例）。', []]);
    expect([...(await files().changed('lists'))]).toEqual([['wage-arrears', new Date('2026-11-21T01:00:00.000Z')]]);
  });

  it('what was held to be wrong of the checks is told of the very words it was said about, and of no others', async () => {
    await content.set(list, 'summary', '像是指名的摘要（示例）。');
    await agree(list, { judged: { reason: '只是同名的单位', findings: ['k1'] } });
    const judged = async () => [...(await files().judged('lists'))];
    expect(await judged()).toEqual([['wage-arrears', { reason: '只是同名的单位', findings: ['k1'] }]]);
    await agree(list);
    expect(await judged()).toEqual([]);
  });

  it('agreed to twice it has one row; by two words for it, the last one', async () => {
    await content.set(list, 'summary', '第一次（示例）。');
    await Promise.all([agree(list), agree(list)]);
    await content.set(list, 'summary', '第二次（示例）。');
    await agree(list);
    const { docs } = await cms.payload.find({
      collection: 'public-texts',
      where: { row: { equals: 'lists/wage-arrears' } },
    });
    expect(docs).toMatchObject([{ agreedBy: '示例初审', proposedBy: '维护服务器的人' }]);
    expect(await summary()).toBe('第二次（示例）。');
  });

  it('a copy that was damaged shows nothing of it, is named, waits as broken, and is whole again once agreed to', async () => {
    await content.set(list, 'summary', '第三次（示例）。');
    await agree(list);
    const where = { row: { equals: 'lists/wage-arrears' } };
    const { docs } = await cms.payload.find({ collection: 'public-texts', where });
    await cms.payload.db.updateOne({
      collection: 'public-texts',
      id: docs[0]!.id,
      data: { words: { origin: 'agreed' } } as never,
      returning: false,
    });
    forgetCopies(cms.payload);
    const { stuck, value } = await gather(summary);
    expect([value, stuck.map(({ item }) => item)]).toEqual([undefined, ['file lists/wage-arrears']]);
    expect(await waiting()).toEqual([`${list} broken`]);
    await agree(list);
    expect([await summary(), await waiting()]).toEqual(['第三次（示例）。', []]);
  });
});

describe('pages to be made anew', () => {
  it('none at first and none while nothing moves; none for words that wait; those of what acts at once', async () => {
    const watch = watchFiles(cms.payload);
    expect([await watch.poll(), await watch.poll()]).toEqual([[], []]);
    await content.set(occasion, 'organiser', '改了的单位');
    expect(await watch.poll()).toEqual([]);
    await content.set(occasion, 'quiet', true);
    expect(await watch.poll()).toEqual(['all']);
    expect(await watch.poll()).toEqual([]);
  });

  it('a list that is taken away leaves its page, the list of lists and the site’s map', async () => {
    const watch = watchFiles(cms.payload);
    await watch.poll();
    await content.remove('content/lists/judgment-defaulters.yaml');
    expect(await watch.poll()).toEqual([tag.lists, tag.list('judgment-defaulters')]);
    await content.restore('content/lists/judgment-defaulters.yaml');
    expect(await watch.poll()).toEqual([tag.lists, tag.list('judgment-defaulters')]);
  });
});

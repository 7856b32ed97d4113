import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { within } from '../../../.config/patience.ts';
import { createChangeFeed } from '../../read/changes.ts';
import { createReader } from '../../read/payload-reader.ts';
import { openMongod } from '../../store/testing/mongod.ts';
import { fileTasks } from '../../admin/queries/file-tasks.ts';
import { readAllKinds, writtenAt } from '../../texts/files/entries.ts';
import { nameOfWords, wordsOf } from '../../texts/files/file-words.ts';
import { publicFiles } from '../../texts/files/public-files.ts';
import { shippedWords } from '../../texts/files/shipped-words.ts';
import { takeUpFiles } from '../../texts/files/take-up-files.ts';
import { at, city, list, clock, openFilesDesk, type FilesDesk } from './testing/files-desk.ts';

const mongod = await openMongod();
if ('missing' in mongod) console.warn(mongod.missing);
afterAll(() => mongod.stop());
const databases = [
  { name: 'SQLite', url: undefined },
  ...('url' in mongod ? [{ name: 'MongoDB', url: mongod.url as string | undefined }] : []),
];
const week = 'content/occasions/integrity-week.yaml';

describe.each(databases)('on $name', ({ url }) => {
  let files: FilesDesk;
  let cms: FilesDesk['cms'];
  let desk: FilesDesk['desk'];
  let content: FilesDesk['content'];
  let startedWith: FilesDesk['startedWith'];
  let shown: FilesDesk['shown'];
  let seen: FilesDesk['seen'];
  let agree: FilesDesk['agree'];
  let waiting: FilesDesk['waiting'];
  let fields: FilesDesk['fields'];
  let change: FilesDesk['change'];

  beforeAll(async () => {
    files = await openFilesDesk(url);
    ({ cms, desk, content, startedWith, shown, seen, agree, waiting, fields, change } = files);
  }, within(60_000));
  afterAll(() => files.close());

  it('an installation begins with what stands, but not with a list that blames somebody by name', async () => {
    expect(startedWith).toEqual([expect.not.stringContaining('王建国'), 'content/lists/blaming.yaml new']);
  });

  it(
    'whatever public field of whatever file is changed on the server, the public reads not a byte of it until a reviewer agrees',
    async () => {
      expect(await waiting()).toEqual([]);
      for (const { entry, kind, path } of await fields()) {
        const before = await shown();
        await change(entry, path);
        expect(await shown(), `${kind} ${path}`).toBe(before);
        const { lines, mayAgree, waits } = await seen(entry.file);
        expect(
          { waits, mayAgree, changed: lines.filter(({ next, now }) => next !== now).length },
          `${kind} ${path}`,
        ).toEqual({ waits: true, mayAgree: true, changed: 1 });
        expect(await agree(entry.file), `${kind} ${path}`).toMatchObject({ status: 200 });
        expect(await shown(), `${kind} ${path}`).not.toBe(before);
        expect((await seen(entry.file)).waits).toBe(false);
      }
      expect(await waiting()).toEqual([]);
    },
    within(240_000),
  );

  it('who reviews nothing cannot agree; the same words said twice, moved on, or not there', async () => {
    await content.set(list, 'summary', '改了的摘要。');
    const before = await shown();
    for (const who of ['author', 'admin', 'secrecy'])
      expect(await agree(list, who)).toEqual({ status: 403, message: expect.stringContaining('请初审、复审或终审人') });
    expect((await desk.post(null, at(list), { version: (await seen(list)).version })).status).toBe(401);
    expect((await seen(list, 'author')).mayAgree).toBe(false);
    expect(await agree(list, 'reviewer1', 'nonsense')).toMatchObject({ status: 422 });
    expect(await agree(list, 'reviewer1', '0'.repeat(32))).toEqual({
      status: 409,
      message: expect.stringContaining('又改过了'),
    });
    expect(await agree('content/lists/nothing.yaml', 'reviewer1', '0'.repeat(32))).toMatchObject({ status: 404 });
    expect(await agree('content/stories/x.yaml', 'reviewer1', '0'.repeat(32))).toMatchObject({ status: 404 });
    expect(await shown()).toBe(before);
    const { version } = await seen(list);
    const both = await Promise.all([agree(list, 'reviewer1', version), agree(list, 'signer', version)]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect(await agree(list, 'reviewer2', version)).toMatchObject({ status: 200 });
    expect(await shown()).toContain('改了的摘要');
    // The trail says who.
    const { docs } = await cms.payload.find({
      collection: 'audit',
      where: { rowId: { equals: 'lists--wage-arrears' } },
      limit: 20,
    });
    expect(docs.map(({ said }) => said)).toContain('同意公开文字 公开文字');
    const agreers = docs.map(({ actorName }) => actorName);
    expect(agreers.some((name) => name === desk.people.reviewer1!.name || name === desk.people.signer!.name)).toBe(
      true,
    );
  });

  it('it stands on 今日 for reviewers: which file, since when', async () => {
    await content.set(city, 'phone', '0839-0000001（示例）');
    const [task] = await fileTasks(cms.payload, desk.people.reviewer2!);
    expect(task).toMatchObject({
      title: expect.stringContaining('城市信息'),
      detail: expect.stringContaining(city),
      href: '/admin/files#region--guangyuan',
    });
    expect(task!.since).toEqual(await writtenAt(content.root, city));
    expect(await fileTasks(cms.payload, desk.people.author!)).toEqual([]);
    expect((await seen(city)).lines.filter(({ next, now }) => next !== now)).toEqual([
      { label: '电话', now: expect.any(String), next: '0839-0000001（示例）' },
    ]);
    await agree(city);
  });

  it('what only machines read acts at once, and what is taken away too', async () => {
    await content.set(week, 'rule', { kind: 'annual', default: { kind: 'week', month: 10, around: 20 } });
    expect(
      (await createReader({ payload: cms.payload, clock, demo: true, siteUrl: '' }).year(2026)).find(
        ({ slug }) => slug === 'integrity-week',
      )?.start,
    ).toBe('2026-10-19');
    expect(await waiting()).toEqual([]);
    // A row of a list's basis, and an optional field.
    const basis = (await content.read(list)).basis as object[];
    const title = (basis[1] as { title: string }).title;
    expect(await shown()).toContain(title);
    await content.set(list, 'basis', basis.slice(0, 1));
    expect(await shown()).not.toContain(title);
    await content.set(city, 'counties', undefined);
    expect(await shown()).not.toContain('counties');
    expect(await waiting()).toEqual([]);
    const feed = createChangeFeed(cms.payload);
    await feed.poll();
    await content.remove('content/lists/major-tax-violations.yaml');
    expect(await shown()).not.toContain('major-tax-violations');
    expect(await feed.poll()).toEqual(expect.arrayContaining(['lists', 'list:major-tax-violations']));
    // Back in the words that were public: nobody has to agree anew. In others: somebody has to.
    await content.restore('content/lists/major-tax-violations.yaml');
    await content.set('content/lists/major-tax-violations.yaml', 'summary', '悄悄换过的摘要。');
    expect(await shown()).toContain('major-tax-violations');
    expect(await shown()).not.toContain('悄悄换过');
    await content.restore('content/lists/major-tax-violations.yaml');
  });

  it('a file that is new is nowhere until somebody agrees; where something must stand it is neutral', async () => {
    await content.write('content/lists/new-list.yaml', {
      ...(await content.read(list)),
      slug: 'new-list',
      name: '凭空来的名单',
    });
    await content.write('content/occasions/new-day.yaml', {
      ...(await content.read(week)),
      slug: 'new-day',
      name: '凭空来的节日',
      rule: { kind: 'fixed', month: 11, day: 30 },
    });
    await content.write('content/channels/new-paper.yaml', {
      ...(await content.read('content/channels/press.yaml')),
      id: 'new-paper',
      name: '凭空来的报',
      outlet: '凭空来的报社',
    });
    expect(await shown()).not.toContain('凭空来的');
    expect((await publicFiles(cms.payload).channels()).find(({ id }) => id === 'new-paper')).toMatchObject({
      name: '报社',
      outlet: '编辑部',
      deadline: '15:00',
    });
    expect(await waiting()).toHaveLength(3);
    // A start takes up nothing that the product does not bring.
    await takeUpFiles(cms.payload, clock);
    expect(await waiting()).toHaveLength(3);
    for (const file of [
      'content/lists/new-list.yaml',
      'content/occasions/new-day.yaml',
      'content/channels/new-paper.yaml',
    ])
      expect(await agree(file)).toMatchObject({ status: 200 });
    for (const name of ['凭空来的名单', '凭空来的节日', '凭空来的报社']) expect(await shown()).toContain(name);
    for (const file of [
      'content/lists/new-list.yaml',
      'content/occasions/new-day.yaml',
      'content/channels/new-paper.yaml',
    ])
      await content.remove(file);
  });

  describe('a later version of the product', () => {
    const brings = async (file: string) => {
      const entry = (await readAllKinds(content.content)).find((one) => one.file === file)!;
      (shippedWords as Record<string, string>)[`${entry.kind}/${entry.name}`] = nameOfWords(
        wordsOf(entry.kind, entry.data),
      );
    };
    const kept = { ...shippedWords };
    afterEach(() => void Object.assign(shippedWords, kept));

    it('brings new words to a file that nobody had changed: they are there at once, and stay when the file is changed then', async () => {
      const file = 'content/occasions/tax-month.yaml';
      await content.set(file, 'organiser', '新版本带来的主办单位');
      expect(await shown()).not.toContain('新版本带来的');
      await brings(file);
      expect(await shown()).toContain('新版本带来的');
      const sequence = async () =>
        /UID:tax-month-2027[\s\S]*?SEQUENCE:(\d+)/.exec(
          await createReader({ payload: cms.payload, clock, demo: true, siteUrl: '' }).calendarIcs(),
        )?.[1];
      await takeUpFiles(cms.payload, clock);
      expect(await takeUpFiles(cms.payload, clock)).toBe(0);
      const before = await shown();
      expect(Number(await sequence())).toBeGreaterThan(0);
      await content.set(file, 'organiser', '后来改的主办单位');
      expect(await shown()).toBe(before);
      expect(await waiting()).toEqual([`${file} changed`]);
      await content.set(file, 'organiser', '新版本带来的主办单位');
    });

    it('brings new words to a file that this city had changed: both are shown, and it waits', async () => {
      const file = 'content/occasions/quality-month.yaml';
      await content.set(file, 'ruleText', '本市自己的写法');
      await agree(file);
      await content.set(file, 'ruleText', '新版本的写法');
      await brings(file);
      await takeUpFiles(cms.payload, clock);
      expect(await waiting()).toEqual([`${file} upgrade`]);
      expect(await shown()).toContain('本市自己的写法');
      expect((await seen(file)).lines).toContainEqual({
        label: '日期规则的说明',
        now: '本市自己的写法',
        next: '新版本的写法',
      });
      expect(await agree(file)).toMatchObject({ status: 200 });
      expect(await shown()).toContain('新版本的写法');
      // In the product's own words again: the next version may change them.
      await content.set(file, 'ruleText', '再新版本的写法');
      await brings(file);
      await takeUpFiles(cms.payload, clock);
      expect(await waiting()).toEqual([]);
      const before = await shown();
      expect(before).toContain('再新版本的写法');
      await content.set(file, 'ruleText', '后来悄悄改的');
      expect(await shown()).toBe(before);
      await content.set(file, 'ruleText', '再新版本的写法');
    });
  });
});

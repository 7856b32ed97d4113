import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { within } from '../../../.config/patience.ts';
import { brokenContent } from '../../../campaigns/bulkhead/last-good.ts';
import { gather } from '../../../campaigns/bulkhead/stuck.ts';
import { createManualClock } from '../../../campaigns/outbox/engine/manual-clock.ts';
import { createChangeFeed } from '../../read/changes.ts';
import { createReader } from '../../read/payload-reader.ts';
import { openMongod } from '../../store/testing/mongod.ts';
import { signedIn, type SignedIn } from '../../testing/signed-in.ts';
import { openTestCms, testCms, type TestCms } from '../../testing/test-cms.ts';
import { deskLexicons } from '../../checking/lexicons/desk-lexicons.ts';
import { checkPages } from '../../checking/nightly/check-pages.ts';
import { fileTasks } from '../../admin/queries/file-tasks.ts';
import { forgetCopies } from '../../texts/files/copies-now.ts';
import { readAllKinds, writtenAt, type FileEntry } from '../../texts/files/entries.ts';
import { nameOfWords, publicFields, valueAt, wordsOf } from '../../texts/files/file-words.ts';
import { fileKinds, kindNames, type KindName } from '../../texts/files/kinds.ts';
import { publicFiles } from '../../texts/files/public-files.ts';
import { shippedWords } from '../../texts/files/shipped-words.ts';
import { takeUpFiles } from '../../texts/files/take-up-files.ts';
import { otherValues } from '../../texts/files/testing/other-value.ts';
import { ownContent, type OwnContent } from '../../texts/files/testing/own-content.ts';
import { waitingFiles } from '../../texts/files/waiting-files.ts';

const mongod = await openMongod();
if ('missing' in mongod) console.warn(mongod.missing);
afterAll(() => mongod.stop());
const databases = [{ name: 'SQLite', url: undefined }, ...('url' in mongod ? [{ name: 'MongoDB', url: mongod.url as string | undefined }] : [])];

const clock = createManualClock('2026-11-20T09:00:00+08:00');
const city = 'content/region/guangyuan.yaml';
const list = 'content/lists/wage-arrears.yaml';
const week = 'content/occasions/integrity-week.yaml';

describe.each(databases)('on $name', ({ url }) => {
  let cms: TestCms;
  let desk: SignedIn;
  let content: OwnContent;
  let startedWith: [shown: string, waiting: string];

  beforeAll(async () => {
    if (url) process.env.CMS_TEST_MONGODB_URL = url;
    cms = await testCms();
    desk = await signedIn(cms, ['author', 'reviewer1', 'reviewer2', 'signer', 'secrecy', 'admin']);
    content = await ownContent();
    // So that every public field stands somewhere: a city may have words of its own when it is installed.
    await content.set('content/channels/press.yaml', 'embargo', '次日零时后可刊发');
    await content.write('content/lists/blaming.yaml', { ...(await content.read(list)), slug: 'blaming', summary: '示例镇王建国拖欠货款八万元，被列入名单。' });
    await takeUpFiles(cms.payload, clock);
    startedWith = [await shown(), (await waiting()).join()];
    await content.remove('content/lists/blaming.yaml');
  }, within(60_000));
  afterAll(async () => {
    await content.close();
    await cms.close();
    delete process.env.CMS_TEST_MONGODB_URL;
  });

  /** Whatever the public can read out of files, as one text: pages, feeds, calendar, search, and what letters are made of. */
  async function shownBy(payload: TestCms['payload']): Promise<string> {
    forgetCopies(payload);
    const reader = createReader({ payload, clock, demo: true, siteUrl: 'http://localhost' });
    const files = publicFiles(payload);
    return JSON.stringify([
      await reader.region(), await reader.listTypes(), await reader.year(2026), await reader.year(2031), await reader.calendarIcs(), await reader.search({ words: '公布' }),
      await files.channels(), await files.cover(),
    ]);
  }
  const shown = () => shownBy(cms.payload);
  const at = (file: string) => file.replace(/^content\/(\w+)\/(.*)\.\w+$/, 'public-texts/$1--$2/agree');
  const seen = async (file: string, who = 'reviewer1') => (await (await desk.get(who, at(file))).response.json()) as { waits: boolean; version: string; mayAgree: boolean; barring: string[]; doubts: string[]; lines: { label: string; now: string; next: string }[]; why: string };
  const agree = async (file: string, who = 'reviewer1', version?: string) => {
    const { message, status } = await desk.post(who, at(file), { version: version ?? (await seen(file)).version });
    return { status, message };
  };
  const decide = async (file: string, who: string, reason: string) => {
    const { message, status } = await desk.post(who, at(file), { version: (await seen(file)).version, reason });
    return { status, message };
  };
  const waiting = async () => (await waitingFiles(cms.payload)).map(({ entry, why }) => `${entry.file} ${why}`);

  /** Every public field of the table, with a file that has it. */
  async function fields(): Promise<{ kind: KindName; path: string; entry: FileEntry }[]> {
    const entries = await readAllKinds({ root: content.root, city: 'guangyuan' });
    return kindNames.flatMap((kind) => publicFields(kind).map(([path]) => {
      const entry = entries.find((one) => one.kind === kind && valueAt(one.data, path) !== undefined);
      if (!entry) throw new Error(`no file has ${kind} ${path}`);
      return { kind, path, entry };
    }));
  }

  /** Changes one field to something that its strict loader takes. */
  async function change(entry: FileEntry, path: string): Promise<void> {
    const { is } = fileKinds[entry.kind].fields[path as never] as { is: Parameters<typeof otherValues>[0] };
    for (const value of otherValues(is, valueAt(entry.data, path))) {
      await content.set(entry.file, path, value);
      const now = (await readAllKinds({ root: content.root, city: 'guangyuan' })).find(({ file }) => file === entry.file);
      if (JSON.stringify(valueAt(now?.data ?? {}, path)) === JSON.stringify(value)) return;
    }
    throw new Error(`no other value for ${entry.file} ${path}`);
  }

  it('an installation begins with what stands, but not with a list that blames somebody by name', async () => {
    expect(startedWith).toEqual([expect.not.stringContaining('王建国'), 'content/lists/blaming.yaml new']);
  });

  it('whatever public field of whatever file is changed on the server, the public reads not a byte of it until a reviewer agrees', async () => {
    expect(await waiting()).toEqual([]);
    for (const { entry, kind, path } of await fields()) {
      const before = await shown();
      await change(entry, path);
      expect(await shown(), `${kind} ${path}`).toBe(before);
      const { lines, mayAgree, waits } = await seen(entry.file);
      expect({ waits, mayAgree, changed: lines.filter(({ next, now }) => next !== now).length }, `${kind} ${path}`).toEqual({ waits: true, mayAgree: true, changed: 1 });
      expect(await agree(entry.file), `${kind} ${path}`).toMatchObject({ status: 200 });
      expect(await shown(), `${kind} ${path}`).not.toBe(before);
      expect((await seen(entry.file)).waits).toBe(false);
    }
    expect(await waiting()).toEqual([]);
  }, within(240_000));

  it('who reviews nothing cannot agree; the same words said twice, moved on, or not there', async () => {
    await content.set(list, 'summary', '改了的摘要。');
    const before = await shown();
    for (const who of ['author', 'admin', 'secrecy']) expect(await agree(list, who)).toEqual({ status: 403, message: expect.stringContaining('请初审、复审或终审人') });
    expect((await desk.post(null, at(list), { version: (await seen(list)).version })).status).toBe(401);
    expect((await seen(list, 'author')).mayAgree).toBe(false);
    expect(await agree(list, 'reviewer1', 'nonsense')).toMatchObject({ status: 422 });
    expect(await agree(list, 'reviewer1', '0'.repeat(32))).toEqual({ status: 409, message: expect.stringContaining('又改过了') });
    expect(await agree('content/lists/nothing.yaml', 'reviewer1', '0'.repeat(32))).toMatchObject({ status: 404 });
    expect(await agree('content/stories/x.yaml', 'reviewer1', '0'.repeat(32))).toMatchObject({ status: 404 });
    expect(await shown()).toBe(before);
    const { version } = await seen(list);
    const both = await Promise.all([agree(list, 'reviewer1', version), agree(list, 'signer', version)]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect(await agree(list, 'reviewer2', version)).toMatchObject({ status: 200 });
    expect(await shown()).toContain('改了的摘要');
    // The trail says who.
    const { docs } = await cms.payload.find({ collection: 'audit', where: { rowId: { equals: 'lists--wage-arrears' } }, limit: 20 });
    expect(docs.map(({ said }) => said)).toContain('同意公开文字 公开文字');
    const agreers = docs.map(({ actorName }) => actorName);
    expect(agreers.some((name) => name === desk.people.reviewer1!.name || name === desk.people.signer!.name)).toBe(true);
  });

  it('it stands on 今日 for reviewers: which file, since when', async () => {
    await content.set(city, 'phone', '0839-0000001（示例）');
    const [task] = await fileTasks(cms.payload, desk.people.reviewer2!);
    expect(task).toMatchObject({ title: expect.stringContaining('城市信息'), detail: expect.stringContaining(city), href: '/admin/files#region--guangyuan' });
    expect(task!.since).toEqual(await writtenAt(content.root, city));
    expect(await fileTasks(cms.payload, desk.people.author!)).toEqual([]);
    expect((await seen(city)).lines.filter(({ next, now }) => next !== now)).toEqual([{ label: '电话', now: expect.any(String), next: '0839-0000001（示例）' }]);
    await agree(city);
  });

  it('what only machines read acts at once, and what is taken away too', async () => {
    await content.set(week, 'rule', { kind: 'annual', default: { kind: 'week', month: 10, around: 20 } });
    expect((await createReader({ payload: cms.payload, clock, demo: true, siteUrl: '' }).year(2026)).find(({ slug }) => slug === 'integrity-week')?.start).toBe('2026-10-19');
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
    await content.write('content/lists/new-list.yaml', { ...(await content.read(list)), slug: 'new-list', name: '凭空来的名单' });
    await content.write('content/occasions/new-day.yaml', { ...(await content.read(week)), slug: 'new-day', name: '凭空来的节日', rule: { kind: 'fixed', month: 11, day: 30 } });
    await content.write('content/channels/new-paper.yaml', { ...(await content.read('content/channels/press.yaml')), id: 'new-paper', name: '凭空来的报', outlet: '凭空来的报社' });
    expect(await shown()).not.toContain('凭空来的');
    expect((await publicFiles(cms.payload).channels()).find(({ id }) => id === 'new-paper')).toMatchObject({ name: '报社', outlet: '编辑部', deadline: '15:00' });
    expect(await waiting()).toHaveLength(3);
    // A start takes up nothing that the product does not bring.
    await takeUpFiles(cms.payload, clock);
    expect(await waiting()).toHaveLength(3);
    for (const file of ['content/lists/new-list.yaml', 'content/occasions/new-day.yaml', 'content/channels/new-paper.yaml']) expect(await agree(file)).toMatchObject({ status: 200 });
    for (const name of ['凭空来的名单', '凭空来的节日', '凭空来的报社']) expect(await shown()).toContain(name);
    for (const file of ['content/lists/new-list.yaml', 'content/occasions/new-day.yaml', 'content/channels/new-paper.yaml']) await content.remove(file);
  });

  describe('a later version of the product', () => {
    const brings = async (file: string) => {
      const entry = (await readAllKinds({ root: content.root, city: 'guangyuan' })).find((one) => one.file === file)!;
      (shippedWords as Record<string, string>)[`${entry.kind}/${entry.name}`] = nameOfWords(wordsOf(entry.kind, entry.data));
    };
    const kept = { ...shippedWords };
    afterEach(() => void Object.assign(shippedWords, kept));

    it('brings new words to a file that nobody had changed: they are there at once, and stay when the file is changed then', async () => {
      const file = 'content/occasions/tax-month.yaml';
      await content.set(file, 'organiser', '新版本带来的主办单位');
      expect(await shown()).not.toContain('新版本带来的');
      await brings(file);
      expect(await shown()).toContain('新版本带来的');
      const sequence = async () => /UID:tax-month-2027[\s\S]*?SEQUENCE:(\d+)/.exec(await createReader({ payload: cms.payload, clock, demo: true, siteUrl: '' }).calendarIcs())?.[1];
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
      expect((await seen(file)).lines).toContainEqual({ label: '日期规则的说明', now: '本市自己的写法', next: '新版本的写法' });
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

  const id = ['11010519491231', '002X'].join('');

  it('the checks look at the new words: an ID number has no way out, anything else is the secrecy reviewer\'s', async () => {
    const file = 'content/occasions/youth-day.yaml';
    const before = await shown();
    for (const [words, sentence, barred] of [[`经办人身份证号${id}`, '身份证件号码', true], ['曝光红叶超市短斤少两', '不能指名批评', false], ['老赖们的节日', '侮辱性', false], ['本节日由李某（男，45岁）因赌博被行政拘留十日', '治安', false]] as const) {
      await content.set(file, 'ruleText', words);
      const { message, status } = await agree(file);
      expect({ status, message }).toEqual({ status: 422, message: expect.stringMatching(new RegExp(`没有同意.*${sentence}|${sentence}.*没有同意`)) });
      expect(message).toContain(file);
      expect(message).not.toContain(id);
      expect(message.includes('请保密审查人写明理由'), words).toBe(!barred);
      for (const who of ['reviewer1', 'signer', 'secrecy', 'author']) {
        const { barring, doubts, mayAgree } = await seen(file, who);
        expect({ barred: barring.length > 0, doubted: doubts.length > 0, mayAgree }, `${who} ${words}`).toEqual({ barred, doubted: !barred, mayAgree: !barred && who === 'secrecy' });
      }
      expect(await decide(file, 'secrecy', barred ? '这不是谁的证件号码。' : '没有')).toMatchObject({ status: 422, message: expect.stringContaining(barred ? '身份证件号码' : '请写一句理由') });
      const told = async (who: string) => (await fileTasks(cms.payload, desk.people[who]!)).map(({ detail }) => detail);
      expect([await told('reviewer1'), await told('secrecy')]).toEqual(barred ? [[expect.stringContaining('要先改文件')], []] : [[], [expect.stringContaining('等保密审查人判定')]]);
    }
    expect(await shown()).toBe(before);
    await content.restore(file);
  });

  it('the secrecy reviewer says that they were read wrongly: public, the reason stays in the trail and with the copy, and the night does not ask again', async () => {
    const says = '欠薪者常被叫作老赖，本名单不这样叫；红叶超市短斤少两一节是短剧里的情节。';
    await content.set(list, 'summary', says);
    expect(await decide(list, 'reviewer2', '看错了，是短剧里的店。')).toMatchObject({ status: 422, message: expect.stringContaining('请保密审查人写明理由') });
    expect(await decide(list, 'admin', '看错了，是短剧里的店。')).toMatchObject({ status: 403 });
    expect(await decide(list, 'secrecy', `证件号${id}`)).toMatchObject({ status: 422, message: expect.stringContaining('身份证件号码') });
    expect(await shown()).not.toContain('红叶超市');
    const reason = '红叶超市是短剧里的店，“老赖”是在说不该这样叫。';
    expect(await decide(list, 'secrecy', reason)).toMatchObject({ status: 200 });
    expect(await shown()).toContain('红叶超市');
    const copyNow = async () => (await cms.payload.find({ collection: 'public-texts', where: { key: { equals: 'files/lists/wage-arrears' } } })).docs[0];
    expect(await copyNow()).toMatchObject({ reason, agreedBy: desk.people.secrecy!.name, note: expect.stringContaining('看错了') });
    const { docs: trail } = await cms.payload.find({ collection: 'audit', where: { rowId: { equals: 'lists--wage-arrears' } }, pagination: false });
    expect(trail.map(({ reason: said }) => said)).toContain(reason);
    const night = async () => (await checkPages(cms.payload, { lexicons: await deskLexicons(cms.payload), secret: 's' })).filter(({ level, subject }) => level === 'block' && subject.kind === 'file' && subject.file === list);
    expect(await night()).toEqual([]);
    // An entry that is new since then is a new question.
    const { id: later } = await cms.payload.create({ collection: 'lexicons', data: { slug: 'later', title: '改名', group: 'wording', edition: '2026-11-20', owner: '编辑部', source: '自编', confidence: 1, active: true, entries: [{ wrong: '短剧', right: '微短剧', why: '改名', level: 'block' }] } as never });
    expect(await night()).toMatchObject([{ rule: 'wording/later' }]);
    await cms.payload.delete({ collection: 'lexicons', id: later });
    // Other words are asked anew, harmless ones are any reviewer's again and leave no reason behind.
    await content.set(list, 'summary', `${says}又一句。`);
    expect(await agree(list)).toMatchObject({ status: 422 });
    await content.set(list, 'summary', '一句平常的摘要。');
    expect(await agree(list, 'secrecy')).toMatchObject({ status: 403 });
    expect(await agree(list)).toMatchObject({ status: 200 });
    expect((await copyNow())?.reason ?? null).toBeNull();
  });

  it('a file that is half saved changes nothing and is named; whole again it waits', async () => {
    const [before, whole] = [await shown(), await content.read(list)];
    await content.write(list, 'slug: wage-arrears\nname: [');
    expect(await shown()).toBe(before);
    expect(await waiting()).toEqual([]);
    const { stuck } = await gather(brokenContent);
    expect(stuck.map(({ title }) => title)).toContain('文件 content/lists');
    await content.write(list, whole);
    expect(await shown()).toBe(before);
    expect(await waiting()).toEqual([]);
  });

  it('files that have never been whole stop nothing: a start, the feed, the desk', async () => {
    const elsewhere = await mkdtemp(join(tmpdir(), 'chengxin-broken-'));
    try {
      await cp(join(content.root, 'content'), join(elsewhere, 'content'), { recursive: true });
      await writeFile(join(elsewhere, list), 'slug: [');
      const place = { root: elsewhere };
      const { stuck, value } = await gather(async () => ({ taken: await takeUpFiles(cms.payload, clock, place), waiting: await waitingFiles(cms.payload, place) }));
      expect(value).toEqual({ taken: 0, waiting: [] });
      expect(stuck.map(({ title }) => title)).toContain('内容文件 content/lists/');
      const cwd = vi.spyOn(process, 'cwd').mockReturnValue(elsewhere);
      const feed = createChangeFeed(cms.payload);
      expect(await feed.poll()).toContain('all');
      expect(await feed.poll()).toEqual([]);
      cwd.mockReturnValue(content.root);
    } finally {
      await rm(elsewhere, { recursive: true, force: true });
    }
  });

  it('a copy that cannot be read shows nothing of its file, or neutral words, is named, and is mended by agreeing anew', async () => {
    for (const [file, row] of [[list, 'lists/wage-arrears'], [city, 'region/guangyuan']] as const) {
      await content.set(file, row.startsWith('lists') ? 'summary' : 'motto', '又改了一次');
      await agree(file);
      await cms.payload.db.updateOne({ collection: 'public-texts', where: { key: { equals: `files/${row}` } }, data: { words: { origin: 'agreed', said: [{ field: row.startsWith('lists') ? 'name' : 'siteName', says: { not: 'a text' } }] } } });
    }
    const { stuck, value } = await gather(shown);
    expect(stuck.map(({ title }) => title)).toEqual(expect.arrayContaining([expect.stringContaining(list), expect.stringContaining(city)]));
    expect(value).not.toMatch(/又改了一次|wage-arrears/);
    expect((await publicFiles(cms.payload).region()).siteName).toBe('诚信宣传');
    expect(await waiting()).toEqual(expect.arrayContaining([`${list} broken`, `${city} broken`]));
    for (const file of [list, city]) expect(await agree(file)).toMatchObject({ status: 200 });
    expect(await shown()).toContain('wage-arrears');
    expect((await publicFiles(cms.payload).region()).siteName).not.toBe('诚信宣传');
  });

  it('another process on the same data gives the same words, whatever its own files say', async () => {
    await content.set(city, 'police', '别的机器上也一样（示例）');
    await agree(city);
    const other = await openTestCms(cms.dataDir, cms.databaseUrl);
    try {
      await content.set(city, 'police', '这台机器上悄悄改的（示例）');
      expect(await shownBy(other)).toContain('别的机器上也一样');
      expect(await shownBy(other)).not.toContain('悄悄改');
    } finally {
      await other.destroy();
    }
    await content.set(city, 'police', '别的机器上也一样（示例）');
  });

  it('agreeing tells which pages to make anew; changing alone tells none', async () => {
    const feed = createChangeFeed(cms.payload);
    await feed.poll();
    await content.set(list, 'exit', '换一种移出的说法。');
    expect(await feed.poll()).toEqual([]);
    await agree(list);
    expect(await feed.poll()).toEqual(expect.arrayContaining(['lists', 'list:wage-arrears']));
    // Read right after the feed has told of it: nothing older is remembered.
    expect((await createReader({ payload: cms.payload, clock, demo: true, siteUrl: '' }).listType('wage-arrears'))?.exit).toBe('换一种移出的说法。');
  });
});

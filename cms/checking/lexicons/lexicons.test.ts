import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedLexicons } from '../../starter/seed/seed-lexicons.ts';
import { loadLexicons } from '../../content/load-lexicons.ts';
import { importLexicons } from './import-lexicons.ts';
import { signedIn, type SignedIn } from '../../testing/signed-in.ts';
import { testCms, type TestCms } from '../../testing/test-cms.ts';
import { deskLexicons } from './desk-lexicons.ts';
import { entriesOf } from './entries.ts';

let cms: TestCms;
let desk: SignedIn;
beforeAll(async () => {
  cms = await testCms();
  desk = await signedIn(cms, ['author', 'reviewer2', 'admin']);
});
afterAll(() => cms.close());

const known = async (word: string): Promise<boolean> =>
  [...(await deskLexicons(cms.payload)).index.values()].flat().some(({ wrong }) => wrong === word);
const row = async (slug: string) =>
  (await cms.payload.find({ collection: 'lexicons', where: { slug: { equals: slug } }, depth: 0 })).docs[0];
const send = (who: string, file: string, bytes: BodyInit, more: Record<string, string> = {}) =>
  desk.send(who, `lexicons/import?${new URLSearchParams({ name: file, ...more })}`, {
    method: 'POST',
    body: bytes,
    headers: { 'Content-Type': 'application/octet-stream' },
  });

describe('starter lists', () => {
  it('count before they are brought in, and are brought in once', async () => {
    const files = await loadLexicons(process.cwd());
    expect((await deskLexicons(cms.payload)).editions).toHaveLength(files.length);
    expect(await seedLexicons(cms.payload)).toBe(files.length);
    expect(await seedLexicons(cms.payload)).toBe(0);
    expect((await deskLexicons(cms.payload)).editions).toHaveLength(files.length);
    expect(await known('老赖')).toBe(true);
  });

  it('a newer edition of the file wins over a list that nobody changed, and not over one that somebody did', async () => {
    const insult = await row('insult');
    await cms.payload.update({
      collection: 'lexicons',
      id: insult?.id ?? '',
      data: { edition: '2020-01-01', entries: [] } as never,
    });
    expect(await known('老赖')).toBe(true);
    expect(await seedLexicons(cms.payload)).toBe(1);
    await cms.payload.update({
      collection: 'lexicons',
      id: insult?.id ?? '',
      data: { edition: '2099-01-01', entries: [{ wrong: '某称呼', why: '贬损', level: 'warn' }] } as never,
      overrideAccess: false,
      user: desk.asUser('reviewer2'),
    });
    expect([await known('老赖'), await known('某称呼')]).toEqual([false, true]);
    await cms.payload.db.updateOne({
      collection: 'lexicons',
      id: insult?.id ?? '',
      data: { edition: '2020-01-01', updatedAt: new Date().toISOString() },
    });
    expect(await seedLexicons(cms.payload)).toBe(0);
    expect(await known('老赖')).toBe(false);
  });

  it('a list that is switched off is off', async () => {
    const typos = await row('typos');
    const word = entriesOf(typos?.entries)[0]?.wrong ?? '';
    expect(await known(word)).toBe(true);
    await cms.payload.update({ collection: 'lexicons', id: typos?.id ?? '', data: { active: false } });
    expect(await known(word)).toBe(false);
  });
});

describe('editing', () => {
  it('changed words are a new edition', async () => {
    const terms = await row('renamed-terms');
    const entries = [
      ...entriesOf(terms?.entries),
      { wrong: '某旧局', right: '某新局', why: '已经改名', level: 'warn' },
    ];
    const change = (data: object) =>
      cms.payload.update({
        collection: 'lexicons',
        id: terms?.id ?? '',
        data: data as never,
        overrideAccess: false,
        user: desk.asUser('reviewer2'),
      });
    await cms.payload.db.updateOne({ collection: 'lexicons', id: terms?.id ?? '', data: { edition: '2026-01-01' } });
    await expect(change({ entries })).rejects.toMatchObject({
      data: { errors: [{ path: 'edition', message: expect.stringContaining('请把版次改成') }] },
    });
    await change({ entries, edition: '2026-12-01' });
    await change({ title: '改了名称的' });
    expect(await row('renamed-terms')).toMatchObject({ title: '改了名称的', edition: '2026-12-01', starter: false });
  });

  it('a wrong entry is named by its number; authors may look only', async () => {
    const terms = await row('renamed-terms');
    const save = (entries: unknown, who = 'admin') =>
      cms.payload.update({
        collection: 'lexicons',
        id: terms?.id ?? '',
        data: { entries, edition: '2027-01-01' } as never,
        overrideAccess: false,
        user: desk.asUser(who),
      });
    const message = (entries: unknown) =>
      save(entries).then(
        () => '',
        (error: { data: { errors: { message: string }[] } }) => error.data.errors[0]?.message,
      );
    expect(
      await message([
        { wrong: '甲', why: '错', level: 'warn' },
        { wrong: '', why: '错', level: 'warn' },
      ]),
    ).toBe('第2条的“错误写法”是空的，请填上。');
    expect(
      await message([
        { wrong: '甲', why: '错', level: 'warn' },
        { wrong: '甲', why: '错', level: 'block' },
      ]),
    ).toContain('第2条“甲”和第1条重复');
    expect(await message('x')).toContain('词条应是一张表');
    await expect(save([], 'author')).rejects.toMatchObject({ status: 403 });
  });
});

describe('import', () => {
  const head = { slug: 'local', title: '本地用语', edition: '2026-11-21', owner: '编辑部（示例）', source: '自编' };
  const csv = '错误写法,正确写法,说明,级别,例外\n某旧县,某新区,撤县设区,阻断,原某旧县\n某旧镇,,已撤并,提醒,\n';

  it('a dry run reports and writes nothing; then the list is there and counts at once', async () => {
    const dry = await send('reviewer2', '本地.csv', csv, { ...head, dry: '1' });
    expect([dry.status, dry.message]).toEqual([200, '还没有导入。共2条：新增2条、改动0条、删去0条。']);
    expect(await row('local')).toBeUndefined();
    expect(await send('reviewer2', '本地.csv', csv, head)).toMatchObject({
      status: 200,
      message: '已导入“本地用语”2026-11-21版，共2条：新增2条、改动0条、删去0条。',
    });
    expect(await known('某旧县')).toBe(true);
  });

  it('again with changes: what was known of an expression stays, the edition must be new', async () => {
    const local = await row('local');
    await cms.payload.update({
      collection: 'lexicons',
      id: local?.id ?? '',
      data: { entries: [{ ...entriesOf(local?.entries)[0], quotable: true }] } as never,
    });
    await cms.payload.db.updateOne({ collection: 'lexicons', id: local?.id ?? '', data: { edition: '2026-11-21' } });
    const next = csv.replace('撤县设区', '2019年撤县设区');
    const stale = await send('admin', '本地.csv', next, { slug: 'local', edition: '2026-11-20' });
    expect([stale.status, stale.message]).toEqual([400, expect.stringContaining('请把版次改成')]);
    expect(await send('admin', '本地.csv', next, { slug: 'local', edition: '2026-11-30' })).toMatchObject({
      status: 200,
      message: '已导入“本地用语”2026-11-30版，共2条：新增1条、改动1条、删去0条。',
    });
    expect((await row('local'))?.entries).toMatchObject([
      { wrong: '某旧县', quotable: true, why: '2019年撤县设区' },
      { wrong: '某旧镇' },
    ]);
  });

  it('what goes out comes in again: XLSX and YAML', async () => {
    const local = await row('local');
    // A YAML file says its own edition: then it is the very same list.
    for (const [kind, said] of [
      ['xlsx', '还没有导入。'],
      ['yaml', '和现有的“本地用语”2026-11-30版一样，什么都没有改。'],
    ] as const) {
      const { response } = await desk.get('author', `lexicons/${local?.id}/export.${kind}`);
      const bytes = new Uint8Array(await response.arrayBuffer());
      expect(
        await send('admin', `本地.${kind}`, bytes, { slug: 'local', edition: '2026-12-01', dry: '1' }),
      ).toMatchObject({ status: 200, message: `${said}共2条：新增0条、改动0条、删去0条。` });
    }
  });

  it('the same file once more changes nothing, at the desk and at the command line, where the same rules hold', async () => {
    const before = await row('local');
    expect(
      await send('admin', '本地.csv', csv.replace('撤县设区', '2019年撤县设区'), {
        slug: 'local',
        edition: '2026-11-30',
      }),
    ).toMatchObject({ status: 200, message: expect.stringContaining('什么都没有改') });
    expect((await row('local'))?.updatedAt).toBe(before?.updatedAt);
    const line = (words: string, edition: string, dry = false) =>
      importLexicons(
        cms.payload,
        [
          { name: '本地.csv', bytes: Buffer.from(words) },
          { name: '坏.csv', bytes: Buffer.from('错误写法\n') },
        ],
        { head: { slug: 'local', edition }, dry, today: '2026-12-09' },
      );
    const next = csv.replace('某旧镇', '某旧乡');
    expect(await line(next, '2026-11-30')).toMatchObject([
      { ok: false, message: expect.stringContaining('请把版次改成') },
      { ok: false },
    ]);
    expect(await line(next, '2026-12-09', true)).toMatchObject([
      { ok: true, message: expect.stringContaining('还没有导入') },
      { ok: false, message: expect.stringContaining('没有词条') },
    ]);
    expect(await known('某旧乡')).toBe(false);
    // As if it had come with the product: from now on it is the city's own, and no newer edition of the product replaces it.
    await cms.payload.update({ collection: 'lexicons', id: before?.id ?? '', data: { starter: true } as never });
    expect(await line(next, '2026-12-09')).toMatchObject([
      { ok: true, message: expect.stringContaining('已导入“本地用语”2026-12-09版') },
      { ok: false },
    ]);
    expect([await known('某旧乡'), (await row('local'))?.starter]).toEqual([true, false]);
    expect(await line(next, '2026-12-09')).toMatchObject([
      { ok: true, message: expect.stringContaining('什么都没有改') },
      { ok: false },
    ]);
    expect((await deskLexicons(cms.payload)).lists.find(({ slug }) => slug === 'local')).toEqual({
      slug: 'local',
      title: '本地用语',
      edition: '2026-12-09',
      owner: '编辑部（示例）',
      entries: 2,
      starter: false,
    });
  });

  it('one clear sentence for files and people that cannot', async () => {
    expect((await send('author', '本地.csv', csv, head)).status).toBe(403);
    expect((await send('admin', '本地.csv', '', head)).message).toContain('文件是空的');
    expect((await send('admin', '本地.csv', '甲,乙\n1,2', head)).message).toContain('没有“错误写法”这一列');
    expect((await send('admin', '本地.csv', csv.replace('阻断', '很重'), head)).message).toContain(
      '第2行的级别写的是“很重”',
    );
    expect((await send('admin', '本地.csv', csv, { ...head, edition: '昨天' })).message).toContain('版次要写成');
    expect((await send('admin', '本地.yaml', 'slug: [', head)).message).toContain('YAML');
    expect((await send('admin', '本地.xlsx', new Uint8Array([0x50, 0x4b, 3, 4, 1, 2, 3]), head)).status).toBe(422);
    for (let seed = 1; seed <= 40; seed += 1) {
      const bytes = Uint8Array.from({ length: seed * 13 }, (_, i) => (i * seed * 31 + 7) % 256);
      const { message, status } = await send('admin', `x.${['csv', 'xlsx', 'yaml', 'bin'][seed % 4]}`, bytes, head);
      expect(status, message).toBe(422);
      expect(message).toMatch(/[一-龥].*。$/);
    }
  });
});

import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import readXlsx from 'read-excel-file/node';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { asUser } from '../testing/people.ts';
import { aColumn, newsroom, type Desk } from '../testing/story.ts';
import { testCms, type TestCms } from '../testing/test-cms.ts';
import { richTextToHtml } from '../rich-text/to-html.ts';
import { pictureIds } from '../rich-text/node.ts';
import { importFolder } from './import-folder.ts';
import { writeReport } from './write-report.ts';

let cms: TestCms;
let desk: Desk;
let root: string;
let dir: string;
beforeAll(async () => {
  cms = await testCms();
  desk = await newsroom(cms.payload);
  await aColumn(cms.payload, 'news');
  root = await mkdtemp(join(tmpdir(), 'chengxin-import-'));
  dir = join(root, '旧稿');
  await mkdir(join(dir, 'img'), { recursive: true });
  const png = await sharp({ create: { width: 640, height: 480, channels: 3, background: '#357' } })
    .png()
    .toBuffer();
  await writeFile(join(dir, 'img/桥.png'), png);
  await writeFile(join(dir, 'img/坏.png'), Buffer.from('not a picture'));
  await writeFile(join(root, 'outside.png'), png);
  await writeFile(
    join(dir, 'a.md'),
    `---\ntitle: 一张白纸\ndate: 2020-01-02\n---\n正文一。\n\n![一座桥](img/桥.png)\n\n![](img/桥.png)\n\n![坏](img/坏.png)\n\n![外](../outside.png)\n`,
  );
  await writeFile(join(dir, 'b.html'), '<h1>电话</h1><p>找小李，13800138000。</p>');
  await writeFile(join(dir, 'c.docx'), 'not a document');
  await writeFile(join(dir, 'd.doc'), 'old');
  await writeFile(join(dir, '~$a.docx'), 'lock');
  await writeFile(
    Buffer.concat([Buffer.from(`${dir}/`), Buffer.from('bec9b8e5', 'hex'), Buffer.from('.md')]),
    '名字是 GBK 的正文。',
  );
  await symlink('/etc/passwd', join(dir, 'e.md'));
  await symlink('/', join(dir, 'loop'));
});
afterAll(async () => {
  await cms.close();
  await rm(root, { recursive: true, force: true });
});

const run = (more: object = {}) =>
  importFolder(cms.payload, {
    folder: dir,
    kind: 'activity',
    column: 'news',
    author: '示例编辑部',
    dryRun: false,
    ...more,
  });
const of = (report: Awaited<ReturnType<typeof run>>, file: string) =>
  report.files.find((result) => result.file === file);
const stories = () =>
  cms.payload
    .find({ collection: 'stories', where: { 'origin.path': { exists: true } }, depth: 0, pagination: false })
    .then(({ docs }) => docs);

it('a dry run says everything and stores nothing', async () => {
  const report = await run({ dryRun: true });
  expect(report.counts).toEqual({ imported: 3, updated: 0, skipped: 3, refused: 1 });
  expect(await stories()).toEqual([]);
  expect((await cms.payload.count({ collection: 'media' })).totalDocs).toBe(0);
});

it('brings drafts with their pictures, and says of every other file why not', async () => {
  const report = await run();
  expect(report.counts).toEqual({ imported: 3, updated: 0, skipped: 3, refused: 1 });
  expect(of(report, 'a.md')).toMatchObject({
    outcome: 'imported',
    title: '一张白纸',
    publishedOn: '2020-01-02',
    pictures: 2,
  });
  expect(of(report, 'a.md')?.notes.join('')).toMatch(/没有替代文字.*坏\.png”没有收.*outside\.png”路径在文件夹以外/s);
  expect(of(report, 'b.html')?.findings).toMatchObject([{ rule: 'personal-data/phone' }]);
  expect(JSON.stringify(report)).not.toContain('13800138000');
  expect([
    of(report, 'c.docx'),
    of(report, 'd.doc'),
    of(report, 'e.md'),
    of(report, 'loop'),
    of(report, '旧稿.md'),
  ]).toMatchObject([
    { outcome: 'refused', message: expect.stringContaining('扩展名不符') },
    { outcome: 'skipped', message: expect.stringContaining('另存为 docx') },
    { outcome: 'skipped', message: expect.stringContaining('符号链接') },
    { outcome: 'skipped' },
    { outcome: 'imported', title: '旧稿' },
  ]);
  const made = (await stories()).find(({ title }) => title === '一张白纸');
  expect(made).toMatchObject({
    stage: 'draft',
    kind: 'activity',
    authorName: '示例编辑部',
    createdBy: null,
    origin: { path: '旧稿/a.md', publishedOn: '2020-01-02' },
  });
  const ids = pictureIds(made?.body);
  const pictures = await Promise.all(ids.map((id) => cms.payload.findByID({ collection: 'media', id, depth: 0 })));
  expect(pictures.map(({ alt }) => alt)).toEqual(['一座桥', '待补替代文字']);
  expect(richTextToHtml(made?.body, new Map())).toBe('<p>正文一。</p>');
  expect((await cms.payload.count({ collection: 'releases' })).totalDocs).toBe(0);
});

it('a second run imports nothing twice; a changed file replaces only what nobody has touched', async () => {
  const again = await run();
  expect(again.counts).toEqual({ imported: 0, updated: 0, skipped: 6, refused: 1 });
  expect(of(again, 'a.md')?.message).toContain('没有变化');
  await writeFile(join(dir, 'a.md'), '---\ntitle: 两张白纸\n---\n改过的正文。');
  await writeFile(join(dir, 'b.html'), '<h1>电话</h1><p>改了。</p>');
  await writeFile(join(dir, 'copy.html'), '<h1>电话</h1><p>找小李，13800138000。</p>');
  const touched = (await stories()).find(({ title }) => title === '电话');
  await cms.payload.update({
    collection: 'stories',
    id: touched?.id ?? '',
    data: { summary: '有人补了摘要。' },
    overrideAccess: false,
    user: asUser(desk.author),
  });
  const changed = await run();
  expect(of(changed, 'a.md')).toMatchObject({ outcome: 'updated', title: '两张白纸' });
  expect(of(changed, 'b.html')).toMatchObject({ outcome: 'skipped', message: expect.stringContaining('有人改过') });
  expect(of(changed, 'copy.html')).toMatchObject({ outcome: 'skipped', message: expect.stringContaining('完全一样') });
  expect((await stories()).map(({ title }) => title).sort()).toEqual(['两张白纸', '旧稿', '电话'].sort());
  expect((await cms.payload.count({ collection: 'media' })).totalDocs).toBe(2);
});

it('the report can be read as Markdown, HTML and a workbook', async () => {
  const report = await run();
  const text = async (name: string) => new TextDecoder().decode((await writeReport(report, name)) ?? new Uint8Array());
  expect(await text('r.md')).toContain('| c.docx | 没有导入 | 文件的内容和扩展名不符');
  expect(await text('r.html')).toContain('<td>c.docx</td><td>没有导入</td>');
  const sheet = await readXlsx(Buffer.from((await writeReport(report, 'r.xlsx')) ?? []), { sheet: '导入' } as never);
  expect(JSON.stringify(sheet)).toContain('c.docx');
  expect(await writeReport(report, 'r.pdf')).toBeNull();
  expect(
    new TextDecoder().decode((await writeReport({ ...report, folder: '<b>|x' }, 'r.html')) ?? new Uint8Array()),
  ).toContain('&lt;b&gt;|x');
});

it.each([
  [{ folder: '/nowhere' }, '没有“/nowhere”'],
  [{ column: 'nothing' }, '没有短名是“nothing”'],
  [{ kind: 'material' }, '不收这一种'],
])('%j', async (more, sentence) => {
  await expect(run(more)).rejects.toThrow(sentence);
});

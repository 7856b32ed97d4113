import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signedIn, type SignedIn } from '../../testing/signed-in.ts';
import { testCms, type TestCms } from '../../testing/test-cms.ts';

let cms: TestCms;
let desk: SignedIn;
let nominee = '';
const objection = '有人反映他欠款未还（示例）';
beforeAll(async () => {
  cms = await testCms();
  desk = await signedIn(cms, ['author', 'reviewer1', 'signer', 'admin', 'auditor']);
  const data = {
    name: '示例人选',
    place: '示例街道',
    recommendedBy: '示例单位',
    notice: { objections: [{ on: '2026-05-06', what: objection, verdict: 'open' }] },
  };
  nominee = (await cms.payload.create({ collection: 'nominations', data: data as never, depth: 0 })).id;
});
afterAll(() => cms.close());

const json = async (who: string, path: string) => (await desk.get(who, path)).response.text();
const view = (who: string | null, body: object) => desk.post(who, 'personal-data/view', body);
const asked = { collection: 'nominations', field: 'notice.objections', reason: '核对异议是否已经答复' };
const views = async () =>
  (
    await cms.payload.find({
      collection: 'audit',
      where: { act: { equals: 'view-personal-data' } },
      sort: 'seq',
      pagination: false,
    })
  ).docs;

describe('without a reason', () => {
  it('only whoever works on it reads it', async () => {
    for (const who of ['author', 'signer']) expect(await json(who, `nominations/${nominee}`)).toContain(objection);
    for (const who of ['reviewer1', 'admin', 'auditor']) {
      const text = await json(who, `nominations/${nominee}`);
      expect(text).toContain('示例街道');
      expect(text).not.toContain(objection);
      for (const path of ['nominations?depth=2', 'nominations?select[notice]=true', 'batches?depth=2'])
        expect(await json(who, path)).not.toContain(objection);
    }
  });

  it('nor is it guessed by searching or sorting, from wherever', async () => {
    const tries = [
      'nominations?where[notice.objections.what][like]=欠款',
      'nominations?sort=-hit',
      'nominations?where[and][0][or][0][rechecks.result][equals]=hit',
      'nominations/count?where[hit][exists]=true',
      'batches?where[story.notice.objections.what][like]=欠款',
    ];
    for (const path of tries) expect([path, (await desk.get('reviewer1', path)).status]).toEqual([path, 403]);
    expect((await desk.get('reviewer1', 'nominations?where[place][equals]=示例街道')).status).toBe(200);
  });
});

describe('with a reason', () => {
  it('gives the value and tells who looked, and why', async () => {
    const answer = await view('reviewer1', { ...asked, id: nominee });
    expect(await answer.response.json()).toMatchObject({
      message: '已记录这次查看。',
      value: [{ what: objection }],
      lines: [`收到日期：2026-05-06；异议内容：${objection}；核查结论：核查中`],
    });
    const [row] = await views();
    expect(row).toMatchObject({
      actorId: desk.people.reviewer1?.id,
      actorRoles: 'reviewer1',
      target: 'nominations',
      rowId: nominee,
      reason: asked.reason,
      phase: 'event',
    });
    expect(row?.said).toMatch(/^查看个人信息 推荐人选《摘要[0-9a-f]{16}》的“异议”$/);
    expect(JSON.stringify(row)).not.toContain(objection);
  });

  it.each([
    ['too short', { reason: '看看' }, 422, '至少5个字'],
    ['spaces', { reason: '          ' }, 422, '至少5个字'],
    ['signs that nobody sees', { reason: '\u200b\u2060\u200b\u2060\u200b\u2060' }, 422, '至少5个字'],
    ['two words and signs between', { reason: '看\u200b\u200b\u200b看' }, 422, '至少5个字'],
    ['too long', { reason: '长'.repeat(201) }, 422, '最多200字'],
    ['no reason', { reason: undefined }, 422, '至少5个字'],
    ['a field that is open', { field: 'title' }, 422, '不是要写明理由'],
    ['a secret', { collection: 'users', field: 'hash' }, 422, '不是要写明理由'],
    ['a row that is not there', { id: 'nowhere' }, 404, '没有这一条'],
    ['more than asked', { more: 1 }, 422, '四个字段'],
  ])('%s is refused', async (_name, change, status, sentence) => {
    const before = (await views()).length;
    const answer = await view('signer', { ...asked, id: nominee, ...change });
    expect([answer.status, answer.message]).toEqual([status, expect.stringContaining(sentence)]);
    expect((await views()).length).toBe(before);
  });

  it('a stranger gets nothing', async () => {
    expect((await view(null, { ...asked, id: nominee })).status).toBe(401);
  });
});

describe('files about people', () => {
  it('need a reason, and the address works for that person and that file only', async () => {
    const data = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    );
    const doc = await cms.payload.create({
      collection: 'papers',
      data: { title: '同意书（示例）' },
      file: { data, name: 'consent.png', mimetype: 'image/png', size: data.length },
      user: desk.asUser('author'),
    });
    for (const who of ['author', 'signer', 'auditor'])
      expect((await desk.get(who, `papers/file/${doc.filename}`)).status).toBe(403);
    const answer = await view('auditor', {
      collection: 'papers',
      id: doc.id,
      field: 'file',
      reason: '年度合规审计抽查',
    });
    const { value } = (await answer.response.json()) as { value: string };
    const path = value.replace('/api/', '');
    expect((await desk.get('auditor', path)).status).toBe(200);
    expect((await desk.get('signer', path)).status).toBe(403);
    expect((await desk.get('auditor', path.replace(/until=\d+/, 'until=9999999999999'))).status).toBe(403);
    // Of those who may not read the paper at all, a reason makes no difference.
    expect(
      (await view('reviewer1', { collection: 'papers', id: doc.id, field: 'file', reason: '年度合规审计抽查' })).status,
    ).toBe(404);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../../access/person.ts';
import { signedIn, type SignedIn } from '../../testing/signed-in.ts';
import { draft } from '../../testing/story.ts';
import { testCms, type TestCms } from '../../testing/test-cms.ts';

let cms: TestCms;
let desk: SignedIn;
let story = '';
const consent = '监护人书面同意（示例）';
beforeAll(async () => {
  cms = await testCms();
  desk = await signedIn(cms, ['author', 'reviewer1', 'signer', 'admin', 'auditor']);
  story = (await draft(cms.payload, desk.people.author as Person, { kind: 'role-model', roleModel: { consent, place: '示例街道' } } as never)).id;
});
afterAll(() => cms.close());

const json = async (who: string, path: string) => (await desk.get(who, path)).response.text();
const view = (who: string | null, body: object) => desk.post(who, 'personal-data/view', body);
const asked = { collection: 'stories', field: 'roleModel.consent', reason: '核对监护人是否签字' };
const views = async () => (await cms.payload.find({ collection: 'audit', where: { act: { equals: 'view-personal-data' } }, sort: 'seq', pagination: false })).docs;

describe('without a reason', () => {
  it('only whoever wrote it reads it', async () => {
    expect(await json('author', `stories/${story}`)).toContain(consent);
    for (const who of ['reviewer1', 'signer', 'admin', 'auditor']) {
      const text = await json(who, `stories/${story}`);
      expect(text).toContain('示例街道');
      expect(text).not.toContain(consent);
      for (const path of ['stories?depth=2', `stories?select[roleModel]=true`, 'stories/versions?depth=2', 'releases?depth=2', 'posts?depth=2']) expect(await json(who, path)).not.toContain(consent);
    }
  });

  it('nor is it guessed by searching or sorting, from wherever', async () => {
    const tries = ['stories?where[roleModel.consent][like]=监护人', 'stories?sort=-roleModel.consent', 'stories?where[and][0][or][0][roleModel.consent][exists]=true', 'posts?where[story.roleModel.consent][like]=监护人', 'stories/count?where[roleModel.consent][like]=监护人', 'stories/versions?where[version.roleModel.consent][like]=监护人'];
    for (const path of tries) expect([path, (await desk.get('reviewer1', path)).status]).toEqual([path, 403]);
  });

  it('whoever saves the story without seeing it does not lose it', async () => {
    expect((await desk.send('admin', `stories/${story}`, { method: 'PATCH', body: JSON.stringify({ roleModel: { place: '另一街道' } }) })).status).toBe(200);
    const kept = await cms.payload.findByID({ collection: 'stories', id: story, depth: 0 });
    expect(kept.roleModel).toMatchObject({ place: '另一街道', consent });
  });
});

describe('with a reason', () => {
  it('gives the value and tells who looked, and why', async () => {
    const answer = await view('signer', { ...asked, id: story });
    expect(await answer.response.json()).toEqual({ message: '已记录这次查看。', value: consent });
    const [row] = await views();
    expect(row).toMatchObject({ actorId: desk.people.signer?.id, actorRoles: 'signer', target: 'stories', rowId: story, reason: asked.reason, phase: 'event' });
    expect(row?.said).toBe('查看个人信息 稿件《怎样查自己的信用报告（示例）》的“本人同意情况”');
    expect(JSON.stringify(row)).not.toContain(consent);
  });

  it.each([
    ['too short', { reason: '看看' }, 422, '至少5个字'],
    ['spaces', { reason: '          ' }, 422, '至少5个字'],
    ['too long', { reason: '长'.repeat(201) }, 422, '最多200字'],
    ['no reason', { reason: undefined }, 422, '至少5个字'],
    ['a field that is open', { field: 'title' }, 422, '不是要写明理由'],
    ['a secret', { collection: 'users', field: 'hash' }, 422, '不是要写明理由'],
    ['a row that is not there', { id: 'nowhere' }, 404, '没有这一条'],
    ['more than asked', { more: 1 }, 422, '四个字段'],
  ])('%s is refused', async (_name, change, status, sentence) => {
    const before = (await views()).length;
    const answer = await view('signer', { ...asked, id: story, ...change });
    expect([answer.status, answer.message]).toEqual([status, expect.stringContaining(sentence)]);
    expect((await views()).length).toBe(before);
  });

  it('a stranger gets nothing', async () => {
    expect((await view(null, { ...asked, id: story })).status).toBe(401);
  });
});

describe('files about people', () => {
  it('need a reason, and the address works for that person and that file only', async () => {
    const data = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
    const doc = await cms.payload.create({
      collection: 'papers', data: { title: '同意书（示例）' }, file: { data, name: 'consent.png', mimetype: 'image/png', size: data.length }, user: desk.asUser('author'),
    });
    for (const who of ['author', 'signer', 'auditor']) expect((await desk.get(who, `papers/file/${doc.filename}`)).status).toBe(403);
    const answer = await view('auditor', { collection: 'papers', id: doc.id, field: 'file', reason: '年度合规审计抽查' });
    const { value } = (await answer.response.json()) as { value: string };
    const path = value.replace('/api/', '');
    expect((await desk.get('auditor', path)).status).toBe(200);
    expect((await desk.get('signer', path)).status).toBe(403);
    expect((await desk.get('auditor', path.replace(/until=\d+/, 'until=9999999999999'))).status).toBe(403);
    // Of those who may not read the paper at all, a reason makes no difference.
    expect((await view('reviewer1', { collection: 'papers', id: doc.id, field: 'file', reason: '年度合规审计抽查' })).status).toBe(404);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signedIn, type SignedIn } from '../testing/signed-in.ts';
import { aColumn, draft } from '../testing/story.ts';
import { testCms, type TestCms } from '../testing/test-cms.ts';
import type { Person } from '../access/person.ts';
import type { AuditRow } from './row.ts';
import { verifyInstallation } from './verify/verify-installation.ts';
import { trailOf } from './trail-of.ts';

let cms: TestCms;
let desk: SignedIn;
beforeAll(async () => {
  cms = await testCms();
  desk = await signedIn(cms, ['author', 'reviewer1', 'signer', 'admin', 'auditor']);
});
afterAll(() => cms.close());

/** Rows written by `work`, oldest first. */
async function told(work: () => Promise<unknown>): Promise<AuditRow[]> {
  const newest = async () =>
    (await cms.payload.find({ collection: 'audit', sort: '-seq', limit: 1 })).docs[0]?.seq ?? 0;
  const from = await newest();
  await work();
  const { docs } = await cms.payload.find({
    collection: 'audit',
    where: { seq: { greater_than: from } },
    sort: 'seq',
    pagination: false,
  });
  return docs as unknown as AuditRow[];
}
const author = () => desk.people.author as Person;
const fields = (row: AuditRow | undefined): Record<string, [unknown, unknown]> =>
  (JSON.parse(row?.changes ?? '[]') as { fields: Record<string, [unknown, unknown]> }[])[0]?.fields ?? {};

describe('what a person does to rows', () => {
  it('tells who, what and from what to what, before the change and after it', async () => {
    const column = await aColumn(cms.payload);
    const all = await told(() =>
      desk.send('admin', `columns/${column}`, {
        method: 'PATCH',
        headers: { 'user-agent': 'Example/1.0', 'x-chengxin-peer': '10.1.2.3' },
        body: JSON.stringify({ description: '新的说明' }),
      }),
    );
    // What the public goes on reading is kept first, and that is told too.
    expect(all.slice(0, 2).map(({ act, phase, target, title }) => [act, phase, target, title])).toEqual(
      ['intent', 'done'].map((phase) => ['create', phase, 'public-texts', `columns/${column}`]),
    );
    const rows = all.slice(2);
    expect(
      rows.map(({ phase, act, actorName, actorRoles, target, rowId, title, ip, agent, api }) => ({
        phase,
        act,
        actorName,
        actorRoles,
        target,
        rowId,
        title,
        ip,
        agent,
        api,
      })),
    ).toEqual(
      ['intent', 'done'].map((phase) => ({
        phase,
        act: 'update',
        actorName: desk.people.admin?.name,
        actorRoles: 'admin',
        target: 'columns',
        rowId: column,
        title: '信用知识',
        ip: '10.1.2.3',
        agent: 'Example/1.0',
        api: 'REST',
      })),
    );
    expect(fields(rows[0])).toEqual({
      description: ['知识', '新的说明'],
      writers: ['null', JSON.stringify([{ id: desk.people.admin?.id, name: desk.people.admin?.name }])],
    });
    expect(rows[1]?.intent).toBe(rows[0]?.seq);
    expect(rows[0]?.said).toBe('修改 栏目《信用知识》');
    expect(rows[0]?.at).toMatch(/\+08:00$/);
  });

  it('also over the Local API, and deletions with what was there', async () => {
    let id = '';
    const rows = await told(async () => {
      id = (await draft(cms.payload, author(), { summary: '一句话。' })).id;
    });
    expect(
      rows.filter(({ target }) => target === 'stories').map(({ phase, act, rowId }) => [phase, act, rowId]),
    ).toEqual([
      ['intent', 'create', id],
      ['done', 'create', id],
    ]);
    const gone = await told(() =>
      cms.payload.delete({ collection: 'stories', id, overrideAccess: false, user: desk.asUser('author') }),
    );
    expect(gone.map(({ phase, act, rowId }) => [phase, act, rowId])).toEqual([
      ['intent', 'delete', id],
      ['done', 'delete', id],
    ]);
    expect(fields(gone[0]).summary).toEqual(['一句话。', null]);
  });

  it('long text is a fingerprint, personal data a digest', async () => {
    const rows = await told(() =>
      draft(cms.payload, author(), {
        kind: 'role-model',
        roleModel: { consent: '本人书面同意（示例）', place: '示例街道' },
        tags: ['电话13812345678'],
      } as never),
    );
    const all = fields(rows.find(({ target }) => target === 'stories'));
    expect(all['roleModel.consent']?.[1]).toMatch(/^（个人信息，摘要 [0-9a-f]{16}）$/);
    expect(all['roleModel.place']?.[1]).toBe('示例街道');
    expect(all.body?.[1]).toMatch(/^（共\d+字，sha256 [0-9a-f]{64}）$/);
    const text = JSON.stringify(rows);
    for (const secret of ['13812345678', '本人书面同意']) expect(text).not.toContain(secret);
  });

  it('work without a person is not told, except about accounts', async () => {
    expect(
      await told(() =>
        cms.payload.update({
          collection: 'columns',
          where: { slug: { equals: 'knowledge' } },
          data: { description: '系统改的' },
        }),
      ),
    ).toEqual([]);
    const rows = await told(() =>
      cms.payload.create({
        collection: 'users',
        data: { name: '示例新人', email: 'fresh@example.org', password: 'correct horse battery', roles: ['author'] },
      }),
    );
    expect(rows.map(({ act, actorName, phase }) => [phase, act, actorName])).toEqual([
      ['intent', 'create', '系统'],
      ['done', 'create', '系统'],
    ]);
    for (const secret of ['correct horse', 'fresh@example.org']) expect(JSON.stringify(rows)).not.toContain(secret);
    expect(fields(rows[0]).hash).toEqual([null, '（不记录）']);
  });

  it('a change that fails says so', async () => {
    const column = await aColumn(cms.payload, 'second');
    const rows = await told(() =>
      cms.payload
        .update({ collection: 'columns', id: column, data: { slug: 'knowledge' } as never, user: desk.asUser('admin') })
        .catch(() => 'refused'),
    );
    expect(rows.map(({ phase }) => phase)).toEqual(['intent', 'failed']);
  });
});

describe('what a person does through endpoints', () => {
  it('a review act is one act, whatever rows it changes', async () => {
    const story = await draft(cms.payload, author());
    const rows = await told(() => desk.post('author', `stories/${story.id}/review/submit`, {}));
    expect(rows.map(({ phase, act, rowId, actorId }) => [phase, act, rowId, actorId])).toEqual([
      ['intent', 'review:submit', story.id, author().id],
      ['done', 'review:submit', story.id, author().id],
    ]);
    expect(rows[0]?.said).toBe('送审 稿件《怎样查自己的信用报告（示例）》');
    expect(fields(rows[1]).stage).toEqual(['draft', 'first']);
  });

  it('one that is refused and changes nothing leaves no row', async () => {
    const story = await draft(cms.payload, author());
    expect(await told(() => desk.post('reviewer1', `stories/${story.id}/review/sign`, {}))).toEqual([]);
  });

  it('pausing a channel, and what is handed out as a file', async () => {
    const paused = await told(() =>
      desk.post('signer', 'channel-pauses/pause', { channel: 'weibo', reason: '示例原因' }),
    );
    expect(paused.map(({ phase, act, reason }) => [phase, act, reason])).toEqual([
      ['intent', 'pause', '示例原因'],
      ['done', 'pause', '示例原因'],
    ]);
    const rows = await told(() => desk.get('signer', 'deliveries/export.xlsx'));
    expect(rows.map(({ phase, act, target }) => [phase, act, target])).toEqual([['event', 'export', 'deliveries']]);
  });
});

describe('log-ins', () => {
  const tries = (password: string, email: string) =>
    desk.raw('users/login', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ email, password }),
    });

  it('tells log-ins, failed ones and log-outs, never a password or an address', async () => {
    const { email } = await cms.payload.findByID({ collection: 'users', id: author().id });
    const rows = await told(async () => {
      await tries('wrong wrong wrong', email);
      await tries('wrong wrong wrong', 'nobody@example.org');
      await tries('correct horse battery', email);
    });
    expect(rows.map(({ act, rowId }) => [act, rowId])).toEqual([
      ['login-failed', author().id],
      ['login-failed', null],
      ['login', author().id],
    ]);
    for (const secret of ['wrong wrong', email, 'nobody@example.org', 'correct horse'])
      expect(JSON.stringify(rows)).not.toContain(secret);
  });
});

it('everybody else may not read the trail, and nobody may write it', async () => {
  expect((await desk.get('author', 'audit')).status).toBe(403);
  expect((await desk.get('auditor', 'audit')).status).toBe(200);
  const [row] = (await cms.payload.find({ collection: 'audit', limit: 1 })).docs;
  for (const who of ['author', 'admin', 'auditor'] as const) {
    for (const [method, path] of [
      ['POST', 'audit'],
      ['PATCH', `audit/${row?.id}`],
      ['DELETE', `audit/${row?.id}`],
    ] as const) {
      expect((await desk.send(who, path, { method, body: JSON.stringify({ said: '改' }) })).status).toBe(403);
    }
  }
  await expect(cms.payload.update({ collection: 'audit', id: row?.id ?? '', data: { said: '改' } })).rejects.toThrow(
    '审计记录由系统写入',
  );
  await expect(cms.payload.delete({ collection: 'audit', id: row?.id ?? '' })).rejects.toThrow('审计记录由系统写入');
});

it('what all of this has written is whole', async () => {
  trailOf(cms.payload)?.flush();
  const verdict = await verifyInstallation(
    { dataDir: cms.dataDir, checkpointDir: null, database: { kind: 'sqlite', url: `file:${cms.dataDir}/chengxin.db` } },
    new Date(),
  );
  expect(verdict).toMatchObject({ ok: true, firstBad: null, uncovered: 0 });
  expect(verdict.rows).toBeGreaterThan(20);
});

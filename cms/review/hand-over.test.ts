import { afterAll, beforeAll, expect, it } from 'vitest';
import { signedIn, type SignedIn } from '../testing/signed-in.ts';
import { person } from '../testing/people.ts';
import { draft } from '../testing/story.ts';
import { testCms, type TestCms } from '../testing/test-cms.ts';
import { openCase } from './open-case.ts';
import { judge } from './machine.ts';

let cms: TestCms;
let desk: SignedIn;
beforeAll(async () => {
  cms = await testCms();
  desk = await signedIn(cms, ['author', 'reviewer1', 'signer', 'admin', 'auditor']);
});
afterAll(() => cms.close());

const give = (who: string, id: string, to: string) => desk.post(who, `stories/${id}/hand-over`, { to });

it.each(['author', 'signer', 'admin'])(
  '%s hands a draft to another author, who may then write and hand it in',
  async (who) => {
    const { id } = await draft(cms.payload, desk.people.author!);
    const taker = await person(cms.payload, 'author');
    expect(await give(who, id, taker.id)).toMatchObject({ status: 200, message: expect.stringContaining(taker.name) });
    const user = {
      ...(await cms.payload.findByID({ collection: 'users', id: taker.id })),
      collection: 'users',
    } as never;
    await cms.payload.update({
      collection: 'stories',
      id,
      data: { summary: '接着写的一句。' },
      overrideAccess: false,
      user,
    });
    const { file } = (await openCase(cms.payload, id))!;
    expect(judge('submit', file, taker)).toMatchObject({ ok: true });
    // Whoever wrote it before may not change it any more, and never reviews it.
    expect(
      (await desk.send('author', `stories/${id}`, { method: 'PATCH', body: JSON.stringify({ summary: '还想改。' }) }))
        .status,
    ).toBe(403);
    expect(
      judge('approve-first', { ...file, stage: 'first' }, { ...desk.people.author!, roles: ['reviewer1'] }),
    ).toMatchObject({ ok: false, status: 403 });
  },
);

it('nobody else hands it over, and nobody but an author takes it', async () => {
  const { id } = await draft(cms.payload, desk.people.author!);
  const other = await person(cms.payload, 'author');
  for (const who of ['reviewer1', 'auditor']) expect((await give(who, id, other.id)).status).toBe(403);
  for (const to of [desk.people.auditor!.id, desk.people.author!.id, 'nobody'])
    expect((await give('signer', id, to)).status).toBe(422);
  expect((await give('signer', 'nothing', other.id)).status).toBe(404);
  expect((await cms.payload.findByID({ collection: 'stories', id, depth: 0 })).createdBy).toBe(desk.people.author!.id);
});

it('the panel offers the other authors to those who may', async () => {
  const { id } = await draft(cms.payload, desk.people.author!);
  const takers = async (who: string) =>
    ((await (await desk.get(who, `stories/${id}/review`)).response.json()) as { takers: { id: string }[] }).takers.map(
      (taker) => taker.id,
    );
  expect(await takers('signer')).not.toContain(desk.people.author!.id);
  expect((await takers('signer')).length).toBeGreaterThan(0);
  expect(await takers('auditor')).toEqual([]);
});

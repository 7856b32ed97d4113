import { afterAll, beforeAll, expect, it } from 'vitest';
import { person } from '../testing/people.ts';
import { signedIn, type SignedIn } from '../testing/signed-in.ts';
import { testCms, type TestCms } from '../testing/test-cms.ts';

let cms: TestCms;
let room: SignedIn;
let otherSigner: string;
let otherAuthor: string;
const leave = { from: '2026-03-01', to: '2026-03-05' };
beforeAll(async () => {
  cms = await testCms();
  room = await signedIn(cms, ['author', 'reviewer1', 'signer', 'secrecy', 'admin', 'auditor']);
  otherSigner = (await person(cms.payload, 'signer')).id;
  otherAuthor = (await person(cms.payload, 'author')).id;
});
afterAll(() => cms.close());

const idOf = (who: string): string => room.people[who]?.id ?? '';
const enter = (who: string | null, body: object) => room.post(who, 'delegations', { ...leave, ...body });
const made = async (answer: { response: Response }) =>
  ((await answer.response.json()) as { doc: { id: string; user: { id: string }; delegate: { id: string } } }).doc;
const said = async ({ response }: { response: Response }): Promise<string> => response.text();
const count = async (): Promise<number> => (await cms.payload.count({ collection: 'delegations' })).totalDocs;

it('what cannot be a substitution is refused in its own sentence, and nothing is kept', async () => {
  const before = await count();
  const refusals: [string, object, string][] = [
    ['signer', {}, '请选代办人：请假期间由谁代办。'],
    ['signer', { delegate: null }, '请选代办人：请假期间由谁代办。'],
    ['signer', { delegate: idOf('signer') }, '代办人不能是请假的本人：请选另一位。'],
    ['signer', { delegate: otherSigner, from: '2026-03-06' }, '请假的结束日期早于开始日期：请核对。'],
    ['signer', { delegate: idOf('reviewer1') }, '代办人没有同样的审核职责'],
    ['signer', { delegate: 'nobody-of-this-house' }, '代办人没有同样的审核职责'],
    // The same role on both sides, but none that reviews.
    ['admin', { user: idOf('author'), delegate: otherAuthor }, '代办人没有同样的审核职责'],
    ['admin', { user: otherSigner, delegate: otherSigner }, '代办人不能是请假的本人：请选另一位。'],
  ];
  for (const [who, body, sentence] of refusals) {
    const answer = await enter(who, body);
    expect([answer.status, await said(answer)]).toEqual([422, expect.stringContaining(sentence)]);
  }
  expect(await count()).toBe(before);
});

it('a leave of a single day is one', async () => {
  expect((await enter('signer', { delegate: otherSigner, to: leave.from })).status).toBe(201);
});

it('whoever is no administrator enters their own leave, whatever name the form was made to send', async () => {
  const answer = await enter('signer', { user: otherSigner, delegate: otherSigner });
  expect(answer.status).toBe(201);
  expect((await made(answer)).user.id).toBe(idOf('signer'));
});

it('an administrator enters it for somebody else, and moving its days later leaves whose it is', async () => {
  const row = await made(await enter('admin', { user: idOf('signer'), delegate: otherSigner }));
  expect(row.user.id).toBe(idOf('signer'));
  const patch = (body: object) =>
    room.send('admin', `delegations/${row.id}`, { method: 'PATCH', body: JSON.stringify(body) });
  const moved = await patch({ to: '2026-03-09' });
  expect(moved.status).toBe(200);
  expect((await made(moved)).user.id).toBe(idOf('signer'));
  // The end alone is sent: it is held against the beginning that is stored.
  const early = await patch({ to: '2026-02-28' });
  expect([early.status, await said(early)]).toEqual([422, expect.stringContaining('结束日期早于开始日期')]);
});

it('values of no kind are refused as a person would be, never as a fault of the machine', async () => {
  const odd = [7, true, [], {}, { id: null }, [otherSigner], { relationTo: 'users', value: otherSigner }, '', '\u0000'];
  for (const value of odd)
    for (const name of ['delegate', 'user', 'from', 'to', 'note']) {
      const answer = await enter('admin', { user: idOf('signer'), delegate: otherSigner, [name]: value });
      expect([name, value, answer.status < 500, await said(answer)]).toEqual([
        name,
        value,
        true,
        expect.stringMatching(/[\u4e00-\u9fff]/),
      ]);
    }
});

it('strangers and the auditor enter no leave; who reviews nothing is told why', async () => {
  for (const who of [null, 'auditor']) expect((await enter(who, { delegate: otherSigner })).status).toBe(403);
  expect((await enter('author', { delegate: otherAuthor })).status).toBe(422);
});

it('a leave is changed and deleted by whose it is and by an administrator: not by whoever stands in, nor by anybody else', async () => {
  const { id } = await made(await enter('admin', { user: otherSigner, delegate: idOf('signer') }));
  for (const who of [null, 'signer', 'reviewer1', 'author', 'auditor']) {
    const moved = await room.send(who, `delegations/${id}`, {
      method: 'PATCH',
      body: JSON.stringify({ to: '2027-12-31' }),
    });
    const gone = await room.send(who, `delegations/${id}`, { method: 'DELETE' });
    expect([who, [401, 403, 404].includes(moved.status), [401, 403, 404].includes(gone.status)]).toEqual([
      who,
      true,
      true,
    ]);
  }
  expect(await cms.payload.findByID({ collection: 'delegations', id, depth: 0 })).toMatchObject({
    user: otherSigner,
    to: leave.to,
  });
  expect((await room.send('admin', `delegations/${id}`, { method: 'DELETE' })).status).toBe(200);
});

import { within } from '../../../../.config/patience.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { draft, newsroom, release } from '../../../testing/story.ts';
import { signedIn, type SignedIn } from '../../../testing/signed-in.ts';
import { testCms, type TestCms } from '../../../testing/test-cms.ts';

const current = 'correct horse battery';

/** What holds of changes to accounts, on whichever database the tests run. */
export function changed(): void {
  let cms: TestCms;
  let desk: SignedIn;
  beforeAll(async () => {
    cms = await testCms();
    desk = await signedIn(cms, ['author', 'reviewer1', 'signer', 'admin']);
  });
  afterAll(() => cms.close());

  const id = (who: string) => desk.people[who]!.id;
  const patch = async (who: string, whom: string, body: object) => {
    const { response, status } = await desk.send(who, `users/${id(whom)}`, {
      method: 'PATCH',
      body: JSON.stringify(body),
    });
    const json = (await response.json()) as { errors?: { message: string }[] };
    return { status, message: json.errors?.[0]?.message ?? '' };
  };
  const kept = async (who: string) => {
    const { email, name, roles } = await cms.payload.findByID({ collection: 'users', id: id(who), depth: 0 });
    return { email, name, roles };
  };

  it.each([
    ['author', 'author', { email: 'thief@example.org' }, '电子邮件'],
    ['author', 'author', { name: '示例某某' }, '姓名'],
    ['admin', 'admin', { name: '示例某某', email: 'thief@example.org' }, '姓名、电子邮件'],
    ['admin', 'author', { email: 'thief@example.org' }, '电子邮件'],
    ['admin', 'author', { roles: ['author', 'admin'] }, '职责'],
    ['admin', 'author', { password: 'lamp at the old ferry' }, '密码'],
  ])(
    '%s changes nothing of %s with %j and no password',
    async (who, whom, change, what) => {
      const before = await kept(whom);
      for (const more of [{}, { currentPassword: '' }, { currentPassword: 12 }, { currentPassword: { $ne: '' } }]) {
        expect(await patch(who, whom, { ...change, ...more })).toMatchObject({
          status: 403,
          message: expect.stringContaining(`改${what}要先填您自己现在的密码`),
        });
      }
      expect(await patch(who, whom, { ...change, currentPassword: 'not my password' })).toMatchObject({
        status: 403,
        message: expect.stringContaining('现在的密码不对'),
      });
      expect(await kept(whom)).toEqual(before);
    },
    within(60_000),
  );

  it('many at once are refused too', async () => {
    const before = await kept('author');
    await desk.send('admin', `users?where[id][equals]=${id('author')}`, {
      method: 'PATCH',
      body: JSON.stringify({ email: 'thief@example.org' }),
    });
    expect(await kept('author')).toEqual(before);
  });

  it(
    'with the password it is changed, and the password is kept nowhere',
    async () => {
      await cms.payload.db.deleteMany({ collection: 'sign-in-tries', where: {} });
      const saved = await desk.send('author', `users/${id('author')}`, {
        method: 'PATCH',
        body: JSON.stringify({ name: '示例新名', email: 'new-name@example.org', currentPassword: current }),
      });
      expect(saved.status).toBe(200);
      expect(await saved.response.text()).not.toContain(current);
      expect(await kept('author')).toMatchObject({ name: '示例新名', email: 'new-name@example.org' });
      expect(
        (await patch('admin', 'reviewer1', { roles: ['author', 'reviewer1'], currentPassword: current })).status,
      ).toBe(200);
      const { docs } = await cms.payload.find({
        collection: 'users',
        showHiddenFields: true,
        overrideAccess: true,
        pagination: false,
      });
      const trail = await cms.payload.find({ collection: 'audit', pagination: false, overrideAccess: true });
      expect(JSON.stringify([docs, trail.docs])).not.toContain(current);
    },
    within(60_000),
  );

  it(
    'five guesses of it make one wait, and leave the log-in alone',
    async () => {
      const answers = [];
      for (let i = 0; i < 7; i += 1)
        answers.push(
          (await patch('signer', 'signer', { name: '示例某某', currentPassword: `guess ${i} of it` })).message,
        );
      expect(answers[4]).toContain('不对');
      expect(answers[5]).toMatch(/输错太多次：请过\d+(分钟|秒)再填/);
      const { email } = await kept('signer');
      expect((await cms.payload.login({ collection: 'users', data: { email, password: current } })).token).toBeTruthy();
      await cms.payload.db.deleteMany({ collection: 'sign-in-tries', where: {} });
    },
    within(60_000),
  );

  it.each([
    ['the very name', (name: string) => name],
    ['with a blank', (name: string) => `${name.slice(0, 2)} ${name.slice(2)}`],
    ['with hidden characters', (name: string) => `${name.slice(0, 1)}\u200B${name.slice(1)}\u202C`],
    ['in full width', (name: string) => name.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0))],
  ])(
    "nobody takes a colleague's name: %s",
    async (_, disguise) => {
      const { name } = await kept('signer');
      const before = await kept('author');
      expect(await patch('author', 'author', { name: disguise(name), currentPassword: current })).toMatchObject({
        status: 409,
        message: expect.stringContaining('已经有同事叫'),
      });
      const made = await desk.post('admin', 'users', {
        name: disguise(name),
        email: `double-${Math.random()}@example.org`,
        password: 'lamp at the old ferry',
        roles: ['author'],
      });
      expect(made.status).toBe(409);
      expect(await kept('author')).toEqual(before);
    },
    within(60_000),
  );

  it(
    'nor one that stands in records of somebody else',
    async () => {
      // Who acted under a name, and left or is called otherwise now.
      await cms.payload.db.deleteMany({ collection: 'sign-in-tries', where: {} });
      expect((await patch('signer', 'signer', { name: '示例旧名', currentPassword: current })).status).toBe(200);
      expect((await patch('signer', 'signer', { name: '示例今名', currentPassword: current })).status).toBe(200);
      expect(await patch('author', 'author', { name: '示例旧名', currentPassword: current })).toMatchObject({
        status: 409,
        message: expect.stringContaining('记录里用过'),
      });
      expect((await patch('signer', 'signer', { name: '示例旧名', currentPassword: current })).status).toBe(200);
      const room = await newsroom(cms.payload);
      const story = await draft(cms.payload, room.author);
      await release(cms.payload, story.id, room);
      const { name } = room.signer;
      await cms.payload.update({ collection: 'users', id: room.signer.id, data: { name: '示例离任' } });
      expect(await patch('author', 'author', { name, currentPassword: current })).toMatchObject({
        status: 409,
        message: expect.stringContaining('记录里用过'),
      });
    },
    within(120_000),
  );
}

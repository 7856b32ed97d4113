import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { idle, longest } from '../../accounts/admit.ts';
import { roleNames } from '../../access/roles.ts';
import { signedIn, type SignedIn } from '../../testing/signed-in.ts';
import { testCms, type TestCms } from '../../testing/test-cms.ts';
import type { Person } from '../../access/person.ts';
import { hostile } from '../testing/sentences.ts';
import { showView } from '../testing/view.ts';
import { loadAccounts, loadOwnAccount } from './load-account.ts';
import { SecurityView } from './SecurityView.tsx';

let cms: TestCms;
let desk: SignedIn;
const now = new Date();
const later = (ms: number) => new Date(now.getTime() + ms);
const who = (role: string): Person => desk.people[role] as Person;
beforeAll(async () => {
  cms = await testCms();
  desk = await signedIn(cms, [...roleNames]);
});
afterAll(() => cms.close());

describe('one’s own account', () => {
  const signIn = (person: string, startedAt: Date, seenAt: Date, device: string) =>
    cms.payload.create({
      collection: 'sign-ins',
      data: {
        key: `${device}-${person}`,
        person,
        device,
        address: '10.0.0.1',
        startedAt: startedAt.toISOString(),
        seenAt: seenAt.toISOString(),
      } as never,
    });

  it('shows its own browsers that still open something, the last used first, and which one this is', async () => {
    const { id, roles } = who('author');
    await signIn(id, later(-1000), later(-1000), 'Firefox');
    await signIn(id, later(-longest - 1000), later(-1000), '开了一天的');
    await signIn(id, later(-idle - 2000), later(-idle - 1000), '放着的');
    await signIn(who('signer').id, later(-1000), later(-1000), '别人的');
    const { sessions } = await loadOwnAccount(cms.payload, { id, roles }, `Firefox-${id}`, new Date());
    expect(
      sessions.filter(({ device }) => ['Firefox', '开了一天的', '放着的', '别人的'].includes(device)),
    ).toMatchObject([
      { device: 'Firefox', address: '10.0.0.1', here: true, seen: expect.stringMatching(/^(今天|昨天) \d\d:\d\d$/) },
    ]);
  });

  it('says whether a role demands a second factor', async () => {
    await cms.payload.updateGlobal({ slug: 'login-rules', data: { secondFactorRoles: ['signer'] } as never });
    const demanded = async (role: string) => (await loadOwnAccount(cms.payload, who(role), undefined, now)).demanded;
    expect([await demanded('signer'), await demanded('author')]).toEqual([true, false]);
  });
});

describe('everybody’s, for an administrator', () => {
  it('one line a person, by name, with duties and what keeps them out', async () => {
    await cms.payload.db.updateOne({
      collection: 'users',
      id: who('auditor').id,
      data: { mustChangePassword: true } as never,
      returning: false,
    });
    const lines = await loadAccounts(cms.payload, new Date());
    expect(lines.map(({ name }) => name)).toEqual(lines.map(({ name }) => name).toSorted());
    expect(lines).toHaveLength(roleNames.length);
    expect(lines.find(({ id }) => id === who('auditor').id)).toMatchObject({
      roles: '审计',
      factor: false,
      slowed: false,
      remarks: ['一次性密码，还没有换'],
    });
    expect(lines.find(({ id }) => id === who('author').id)?.sessions).toBeGreaterThan(0);
  });

  it.each(roleNames)('%s sees what is theirs, and all accounts only as an administrator', async (role) => {
    const { links, texts, trail } = await showView(SecurityView, cms.payload, who(role));
    expect(trail).toEqual(['账号与登录']);
    expect(texts('h2')).toEqual(['我的登录', '两步验证', '改密码', ...(role === 'admin' ? ['全部账号'] : [])]);
    expect(links.map(({ href }) => href)).toEqual(role === 'admin' ? ['/admin/globals/login-rules'] : []);
    expect(texts('.cx-lead span')[0]).toBe(who(role).name);
  });

  it('names are words', async () => {
    await cms.payload.db.updateOne({
      collection: 'users',
      id: who('auditor').id,
      data: { name: hostile } as never,
      returning: false,
    });
    const { find, texts } = await showView(SecurityView, cms.payload, who('admin'));
    expect(find('script, img')).toBeNull();
    expect(texts('th[scope=row]').some((words) => words.startsWith(hostile))).toBe(true);
  });
});

import { Secret, TOTP } from 'otpauth';
import { handleEndpoints } from 'payload';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { person } from '../../testing/people.ts';
import { testCms, type TestCms } from '../../testing/test-cms.ts';
import type { User } from '../../payload-types.ts';

const password = 'correct horse battery';
let cms: TestCms;
beforeAll(async () => {
  cms = await testCms();
});
afterAll(() => cms.close());
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date() });
});
afterEach(() => {
  vi.useRealTimers();
});

const later = (ms: number) => vi.setSystemTime(Date.now() + ms);
const minutes = (n: number) => later(n * 60_000);

interface Said {
  status: number;
  cookie: string | null;
  token: string | undefined;
  message: string;
  step: string | undefined;
  enrolment: { secret: string; uri: string; qr: string } | undefined;
  recovery: string[] | undefined;
  retryAfter: string | null;
}

/** As a browser at that address would. */
async function send(
  path: string,
  {
    body,
    from = '10.0.0.1',
    method = 'POST',
    token,
  }: { body?: object; from?: string; method?: string; token?: string | undefined },
): Promise<Response> {
  const headers = {
    'content-type': 'application/json',
    'x-chengxin-peer': from,
    'user-agent': 'Mozilla/5.0 (Windows NT 10.0) Chrome/140',
    ...(token ? { authorization: `JWT ${token}` } : {}),
  };
  const request = new Request(`http://localhost/api/users/${path}`, {
    method,
    headers,
    ...(method === 'GET' ? {} : { body: JSON.stringify(body ?? {}) }),
  });
  return handleEndpoints({ config: cms.payload.config, request, payloadInstanceCacheKey: cms.key });
}

async function logIn(email: string, more: object = {}, from?: string): Promise<Said> {
  const response = await send('login', { body: { email, password, ...more }, ...(from ? { from } : {}) });
  const json = (await response.json()) as {
    token?: string;
    recoveryCodes?: string[];
    message?: string;
    errors?: { message: string; data?: { step?: string; enrolment?: Said['enrolment'] } }[];
  };
  const [error] = json.errors ?? [];
  return {
    status: response.status,
    cookie: response.headers.get('set-cookie'),
    token: json.token,
    message: error?.message ?? '',
    step: error?.data?.step,
    enrolment: error?.data?.enrolment,
    recovery: json.recoveryCodes,
    retryAfter: response.headers.get('retry-after'),
  };
}

async function account(...roles: Parameters<typeof person> extends [unknown, ...infer R] ? R : never): Promise<User> {
  const { id } = await person(cms.payload, ...roles);
  return cms.payload.findByID({ collection: 'users', id });
}

const me = async (token: string | undefined) =>
  ((await (await send('me', { method: 'GET', token })).json()) as { user: { id: string } | null }).user?.id ?? null;
const codeOf = (secret: string) =>
  new TOTP({ secret: Secret.fromBase32(secret.replaceAll(' ', '')), digits: 6, period: 30 }).generate({
    timestamp: Date.now(),
  });
const own = (token: string | undefined, path: string, body: object) => send(`account/${path}`, { token, body });

describe('failures', () => {
  it('five make strangers wait, whether the account exists or not, with the same words; the wait ends by itself', async () => {
    const { email } = await account('author');
    const tell = async (who: string) => {
      const answers: (string | number | null)[][] = [];
      for (let i = 0; i < 7; i += 1) {
        const { message, retryAfter, status } = await logIn(who, { password: 'not the password' }, `10.0.1.${i}`);
        answers.push([status, message, retryAfter]);
      }
      return answers;
    };
    const known = await tell(email);
    expect(await tell('nobody@example.org')).toEqual(known);
    expect(known.map(([status]) => status)).toEqual([401, 401, 401, 401, 401, 429, 429]);
    expect(known[6]).toEqual([
      429,
      '这个账号或这个网络登录失败得太多，陌生的浏览器要等一等：请过3分钟再试。账号没有锁，平时用的浏览器现在就能登录；等不及请找管理员。',
      '180',
    ]);
    expect((await logIn(email)).status).toBe(429);
    minutes(3);
    expect((await logIn(email, { password: 'wrong again here' })).status).toBe(401);
    expect((await logIn(email)).status).toBe(429);
    minutes(3);
    expect((await logIn(email)).status).toBe(200);
  });

  it('are no fault of the program: the log gets one quiet line each, no stack', async () => {
    const { email } = await account('author');
    const lines: [string, object][] = [];
    const kept = { info: cms.payload.logger.info, error: cms.payload.logger.error };
    cms.payload.logger.info = ((line: object) => void lines.push(['info', line])) as never;
    cms.payload.logger.error = ((line: object) => void lines.push(['error', line])) as never;
    for (let i = 0; i < 6; i += 1) await logIn(email, { password: 'not the password' }, `10.0.2.${i}`);
    Object.assign(cms.payload.logger, kept);
    expect(lines.map(([level, line]) => [level, Object.keys(line)])).toEqual(
      Array.from({ length: 6 }, () => ['info', ['msg']]),
    );
  });

  it('a log-in that succeeds forgets them', async () => {
    const { email } = await account('author');
    for (let round = 0; round < 2; round += 1) {
      for (let i = 0; i < 4; i += 1) expect((await logIn(email, { password: 'wrong' })).status).toBe(401);
      expect((await logIn(email)).status).toBe(200);
    }
  });
});

describe('a one-time password', () => {
  it('gives no cookie before it was changed for a good one', async () => {
    const user = await account('author');
    await cms.payload.update({ collection: 'users', id: user.id, data: { mustChangePassword: true } });
    expect(await logIn(user.email)).toMatchObject({ status: 401, cookie: null, token: undefined, step: 'password' });
    expect(await logIn(user.email, { newPassword: 'chengxin123' })).toMatchObject({
      status: 401,
      step: 'password',
      message: expect.stringContaining('太常见'),
    });
    const { status, token } = await logIn(user.email, { newPassword: 'lamp at the old ferry' });
    expect([status, await me(token)]).toEqual([200, user.id]);
    expect((await logIn(user.email)).status).toBe(401);
    expect((await logIn(user.email, { password: 'lamp at the old ferry' })).status).toBe(200);
  });

  it('is what an administrator gives out, by whichever way', async () => {
    const [admin, other] = [await account('admin'), await account('author')];
    const { token } = await logIn(admin.email);
    const before = (await logIn(other.email)).token;
    expect((await send(`${other.id}/account/reset`, { token })).status).toBe(403);
    expect((await send(`${other.id}/account/reset`, { token, body: { current: 'not the password' } })).status).toBe(
      403,
    );
    expect(await me(before)).toBe(other.id);
    const reset = await send(`${other.id}/account/reset`, { token, body: { current: password } });
    const { password: oneTime } = (await reset.json()) as { password: string };
    expect([await me(before), (await logIn(other.email)).status]).toEqual([null, 401]);
    expect((await logIn(other.email, { password: oneTime })).step).toBe('password');
    expect((await send(other.id, { method: 'PATCH', token, body: { password: 'given by the admin' } })).status).toBe(
      403,
    );
    expect(
      (
        await send(other.id, {
          method: 'PATCH',
          token,
          body: { password: 'given by the admin', currentPassword: password },
        })
      ).status,
    ).toBe(200);
    expect((await logIn(other.email, { password: 'given by the admin' })).step).toBe('password');
  });
});

describe('the second factor', () => {
  async function enrolled(): Promise<{ user: User; secret: string; codes: string[] }> {
    const user = await account('author');
    const { token } = await logIn(user.email);
    expect((await own(token, 'second-factor/begin', { current: 'not it at all' })).status).toBe(403);
    const begun = (await (await own(token, 'second-factor/begin', { current: password })).json()) as {
      secret: string;
      qr: string;
    };
    expect(begun.qr).toContain('<svg');
    expect((await logIn(user.email)).status).toBe(200);
    const { codes } = (await (await own(token, 'second-factor/confirm', { code: codeOf(begun.secret) })).json()) as {
      codes: string[];
    };
    return { user, secret: begun.secret, codes };
  }

  it('is asked for after the password, works once per code, and no cookie comes before', async () => {
    const { secret, user } = await enrolled();
    expect(await logIn(user.email, { code: codeOf(secret) })).toMatchObject({
      status: 401,
      step: 'code',
      cookie: null,
    });
    minutes(1);
    expect(await logIn(user.email)).toMatchObject({ status: 401, step: 'code', cookie: null, token: undefined });
    const code = codeOf(secret);
    const both = await Promise.all([logIn(user.email, { code }), logIn(user.email, { code })]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 401]);
    expect((await logIn(user.email, { code, password: 'wrong password' })).step).toBeUndefined();
  });

  it('guessing codes closes the account', async () => {
    const { secret, user } = await enrolled();
    minutes(1);
    for (let i = 0; i < 5; i += 1) expect((await logIn(user.email, { code: '000000' })).status).toBe(401);
    expect((await logIn(user.email, { code: codeOf(secret) })).status).toBe(429);
  });

  it('recovery codes open it once each, and new ones void the old', async () => {
    const { codes, user } = await enrolled();
    expect(new Set(codes).size).toBe(10);
    const { token } = await logIn(user.email, { code: codes[0]!.toUpperCase().replace('-', ' ') });
    expect(await me(token)).toBe(user.id);
    expect((await logIn(user.email, { code: codes[0] })).status).toBe(401);
    expect((await own(token, 'second-factor/recovery', { current: password })).status).toBe(422);
    const fresh = (await (
      await own(token, 'second-factor/recovery', { current: password, code: codes[2] })
    ).json()) as { codes: string[] };
    expect((await logIn(user.email, { code: codes[1] })).status).toBe(401);
    expect((await logIn(user.email, { code: fresh.codes[1] })).status).toBe(200);
  });

  it('is taken off only with the password and a code, and codes cannot be guessed there', async () => {
    const { codes, secret, user } = await enrolled();
    minutes(1);
    const { token } = await logIn(user.email, { code: codeOf(secret) });
    expect((await own(token, 'second-factor/remove', { current: password })).status).toBe(422);
    expect((await own(token, 'second-factor/remove', { current: 'not the password', code: codes[0] })).status).toBe(
      403,
    );
    const guesses = [];
    for (let i = 0; i < 7; i += 1)
      guesses.push((await own(token, 'second-factor/remove', { current: password, code: '000000' })).status);
    expect(guesses).toEqual([403, 403, 403, 403, 403, 429, 429]);
    expect(
      (await cms.payload.count({ collection: 'second-factors', where: { person: { equals: user.id } } })).totalDocs,
    ).toBe(1);
    minutes(3);
    expect((await own(token, 'second-factor/remove', { current: password, code: codes[0] })).status).toBe(200);
    expect(
      (await cms.payload.count({ collection: 'second-factors', where: { person: { equals: user.id } } })).totalDocs,
    ).toBe(0);
  });

  it('is encrypted in the database and shown by no API', async () => {
    const { codes, secret, user } = await enrolled();
    const { docs } = await cms.payload.find({
      collection: 'second-factors',
      where: { person: { equals: user.id } },
      showHiddenFields: true,
    });
    const kept = JSON.stringify(docs);
    for (const word of [secret, secret.replaceAll(' ', ''), ...codes]) expect(kept).not.toContain(word);
    expect(kept).toContain('lastStep');
  });

  it('is set up at the log-in when a role demands it, at once for whoever is signed in', async () => {
    const signer = await account('signer');
    const admin = await account('admin');
    const before = (await logIn(signer.email)).token;
    await cms.payload.updateGlobal({
      slug: 'login-rules',
      data: { secondFactorRoles: ['signer'] },
      overrideAccess: true,
    });
    expect(await me(before)).toBeNull();
    const owed = await logIn(signer.email);
    expect(owed).toMatchObject({ status: 401, step: 'enrol', cookie: null });
    expect((await logIn(signer.email)).enrolment?.secret).toBe(owed.enrolment?.secret);
    expect(await logIn(signer.email, { code: '000000' })).toMatchObject({ status: 401, step: 'enrol' });
    const { recovery, token } = await logIn(signer.email, { code: codeOf(owed.enrolment!.secret) });
    expect([recovery?.length, await me(token)]).toEqual([10, signer.id]);
    expect((await own(token, 'second-factor/remove', { current: password, code: recovery![0] })).status).toBe(409);
    expect((await logIn(admin.email)).status).toBe(200);
    await cms.payload.updateGlobal({ slug: 'login-rules', data: { secondFactorRoles: [] }, overrideAccess: true });
  });
});

describe('sessions', () => {
  it('are listed with device and address, end one by one or all, and a token does not outlive them', async () => {
    const user = await account('author');
    const [a, b, c] = [
      (await logIn(user.email, {}, '10.0.0.7')).token,
      (await logIn(user.email)).token,
      (await logIn(user.email)).token,
    ];
    const rows = (
      await cms.payload.find({ collection: 'sign-ins', where: { person: { equals: user.id } }, sort: 'startedAt' })
    ).docs;
    expect(rows).toHaveLength(3);
    const first = rows.find(({ address }) => address === '10.0.0.7');
    expect(first).toMatchObject({ device: 'Chrome，Windows' });
    expect((await own(b, 'sessions/end', { id: first?.id })).status).toBe(200);
    expect([await me(a), await me(b), await me(c)]).toEqual([null, user.id, user.id]);
    await own(b, 'sessions/end', { which: 'others' });
    expect([await me(b), await me(c)]).toEqual([user.id, null]);
    await send('logout', { token: b });
    expect(await me(b)).toBeNull();
    const stranger = await account('author');
    const { token } = await logIn(stranger.email);
    const mine = (await cms.payload.find({ collection: 'sign-ins', where: { person: { equals: stranger.id } } }))
      .docs[0];
    expect((await own((await logIn(user.email)).token, 'sessions/end', { id: mine?.id })).status).toBe(404);
    expect(await me(token)).toBe(stranger.id);
  });

  it('end after an idle hour, and after a day however busy', async () => {
    const { email, id } = await account('author');
    const idle = (await logIn(email)).token;
    minutes(50);
    expect(await me(idle)).toBe(id);
    minutes(59);
    expect(await me(idle)).toBe(id);
    minutes(61);
    expect(await me(idle)).toBeNull();
    let busy = (await logIn(email)).token;
    let hours = 0;
    for (; hours < 30; hours += 1) {
      minutes(60);
      const { refreshedToken } = (await (await send('refresh-token', { token: busy })).json()) as {
        refreshedToken?: string;
      };
      if (!refreshedToken) break;
      busy = refreshedToken;
    }
    expect(hours).toBe(24);
  });

  it('end with the password and with the roles, except the one that asked', async () => {
    const [user, admin] = [await account('author'), await account('admin')];
    const [here, there] = [(await logIn(user.email)).token, (await logIn(user.email)).token];
    expect(
      (await send(user.id, { method: 'PATCH', token: here, body: { password: 'lamp at the old ferry' } })).status,
    ).toBe(403);
    expect((await own(here, 'password', { current: 'wrong', next: 'lamp at the old ferry' })).status).toBe(403);
    expect((await own(here, 'password', { current: password, next: 'guangyuan2026' })).status).toBe(422);
    expect((await own(here, 'password', { current: password, next: 'lamp at the old ferry' })).status).toBe(200);
    expect([await me(here), await me(there)]).toEqual([user.id, null]);
    const boss = (await logIn(admin.email)).token;
    expect(
      (
        await send(user.id, {
          method: 'PATCH',
          token: boss,
          body: { roles: ['author', 'signer'], currentPassword: password },
        })
      ).status,
    ).toBe(200);
    expect([await me(here), await me(boss)]).toEqual([null, admin.id]);
  });
});

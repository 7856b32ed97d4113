import { within } from '../../../../.config/patience.ts';
import { handleEndpoints } from 'payload';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { isKnownToSomebody } from '../known-browser.ts';
import { verifyChain } from './chain.ts';
import { person } from '../../../testing/people.ts';
import { testCms, type TestCms } from '../../../testing/test-cms.ts';

const password = 'correct horse battery';

interface Tried {
  status: number;
  message: string;
  retryAfter: number;
  /** The cookie of a known browser, as it goes back. */
  known: string;
}

/** What holds while strangers guess, on whichever database the tests run. */
export function flooded(): void {
  let cms: TestCms;
  let admin: string;
  beforeAll(async () => {
    cms = await testCms();
    admin = await emailOf('admin');
  });
  afterAll(() => cms.close());
  // What is counted here is how many tries fit into a moment, so the moment stands: on a slow machine the tries of one test
  // take minutes, in which an account rests and one more is let in.
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date() });
  });
  afterEach(() => {
    vi.useRealTimers();
  });
  const later = (ms: number) => vi.setSystemTime(Date.now() + ms);

  async function emailOf(role: 'admin' | 'author'): Promise<string> {
    const { id } = await person(cms.payload, role);
    return (await cms.payload.findByID({ collection: 'users', id })).email;
  }

  async function tryIn(email: string, words: string, from: string, cookie = ''): Promise<Tried> {
    const headers = { 'content-type': 'application/json', 'x-chengxin-peer': from, ...(cookie ? { cookie } : {}) };
    const request = new Request('http://localhost/api/users/login', {
      method: 'POST',
      headers,
      body: JSON.stringify({ email, password: words }),
    });
    const response = await handleEndpoints({ config: cms.payload.config, request, payloadInstanceCacheKey: cms.key });
    const json = (await response.json()) as { errors?: { message: string }[] };
    const known = response.headers.getSetCookie().find((text) => text.startsWith('cx-known-')) ?? '';
    return {
      status: response.status,
      message: json.errors?.[0]?.message ?? '',
      retryAfter: Number(response.headers.get('retry-after')),
      known: known.split(';')[0]!,
    };
  }
  const rows = async () => (await cms.payload.count({ collection: 'sign-in-tries' })).totalDocs;
  const told = async () => (await cms.payload.count({ collection: 'audit' })).totalDocs;

  it(
    'the only administrator gets in with a known browser, whatever a thousand addresses do',
    async () => {
      const { known, status } = await tryIn(admin, password, '10.1.0.1');
      expect([status, known]).toEqual([200, expect.stringMatching(/^cx-known-\w+=/)]);
      const before = await told();
      const answers = [];
      for (let round = 0; round < 20; round += 1) {
        answers.push(
          ...(await Promise.all(
            Array.from({ length: 50 }, (_, i) => tryIn(admin, 'a guess of a stranger', `172.16.${round}.${i}`)),
          )),
        );
      }
      expect(answers.filter(({ status: of }) => of === 401)).toHaveLength(5);
      const refused = answers.filter(({ status: of }) => of === 429);
      expect(refused).toHaveLength(995);
      for (const { message, retryAfter } of refused)
        expect([message, retryAfter]).toEqual([
          expect.stringMatching(/请过.+再试.*平时用的浏览器/),
          expect.any(Number),
        ]);
      expect(Math.min(...refused.map(({ retryAfter }) => retryAfter))).toBeGreaterThan(0);
      // Somewhere else, on the road: the browser is known, the address is not.
      expect((await tryIn(admin, password, '10.77.0.1', known)).status).toBe(200);
      expect(isKnownToSomebody(cms.payload, `a=b; ${known}`, Date.now())).toBe(true);
      for (const forged of ['', 'cx-known-1=a.b.c.d', known.slice(0, -1), known.replace('.', '.z')])
        expect(isKnownToSomebody(cms.payload, forged, Date.now())).toBe(false);
      expect(isKnownToSomebody(cms.payload, known, Date.now() + 181 * 86_400_000)).toBe(false);
      // At the desk, with a new browser: the address is known.
      expect((await tryIn(admin, password, '10.1.0.1')).status).toBe(200);
      expect((await tryIn(admin, password, '10.99.0.1')).status).toBe(429);
      expect(await rows()).toBeLessThan(10);
      // No row per try; the rows of the two log-ins are among these.
      expect((await told()) - before).toBeLessThan(20);
      expect(await verifyChain(cms.payload)).toEqual([]);
    },
    within(300_000),
  );

  it(
    'an office behind one address gets in while somebody guesses from there',
    async () => {
      const [colleague, newcomer] = [await emailOf('author'), await emailOf('author')];
      const office = '10.2.0.1';
      const { known } = await tryIn(colleague, password, office);
      await tryIn(admin, password, office);
      for (let i = 0; i < 100; i += 1) await tryIn(admin, 'a guess from the office', office);
      for (let i = 0; i < 70; i += 1) await tryIn(`guess${i}@example.org`, 'spray of many accounts', office);
      expect((await tryIn(admin, 'a guess from the office', office)).status).toBe(429);
      // The address has used up its tries: one per account is left, more is not.
      expect((await tryIn('guess0@example.org', 'spray of many accounts', office)).status).toBe(429);
      expect((await tryIn(colleague, password, office)).status).toBe(200);
      expect((await tryIn(colleague, password, office, known)).status).toBe(200);
      expect(await tryIn(newcomer, password, office)).toMatchObject({ status: 200 });
      // Monday morning: the whole office, none of whom was ever here, at the same moment.
      const others = await Promise.all(Array.from({ length: 8 }, () => emailOf('author')));
      expect(
        (await Promise.all(others.map((email) => tryIn(email, password, office)))).map(({ message, status }) => [
          status,
          message,
        ]),
      ).toEqual(Array(8).fill([200, '']));
      // The wait ends by itself, one try every five seconds, and no sooner.
      const spray = () => tryIn('guess0@example.org', 'spray of many accounts', office);
      const { retryAfter } = await spray();
      later((retryAfter - 1) * 1_000);
      expect((await spray()).status).toBe(429);
      later(1_000);
      expect((await spray()).status).toBe(401);
    },
    within(300_000),
  );

  it(
    'a stolen mark of a known browser makes nobody faster than ten tries, and is good for one account',
    async () => {
      const [mine, other] = [await emailOf('author'), await emailOf('author')];
      const { known } = await tryIn(mine, password, '10.3.0.1');
      const thief = (email: string) => tryIn(email, 'a guess of a thief', '10.66.0.1', known);
      const statuses = [];
      for (let i = 0; i < 20; i += 1) statuses.push((await thief(mine)).status);
      // Ten with the mark, then as a stranger five more.
      expect(statuses.filter((status) => status === 401)).toHaveLength(15);
      expect(statuses.slice(15)).toEqual([429, 429, 429, 429, 429]);
      const stranger = [];
      for (let i = 0; i < 6; i += 1) stranger.push((await thief(other)).status);
      expect(stranger).toEqual([401, 401, 401, 401, 401, 429]);
      const [name, value] = known.split('=') as [string, string];
      const forged = `${name}=${value.replace(/^./, (first) => (first === 'A' ? 'B' : 'A'))}`;
      expect((await tryIn(mine, password, '10.66.0.2', forged)).status).toBe(429);
      // The owner is at home.
      expect((await tryIn(mine, password, '10.3.0.1', known)).status).toBe(200);
    },
    within(300_000),
  );

  it(
    "never locks the account itself, which would be everybody's",
    async () => {
      const email = await emailOf('author');
      const { known } = await tryIn(email, password, '10.4.0.1');
      for (let i = 0; i < 5; i += 1) await tryIn(email, 'a guess of a stranger', `10.44.0.${i}`);
      const {
        docs: [user],
      } = await cms.payload.find({ collection: 'users', where: { email: { equals: email } }, showHiddenFields: true });
      expect([user?.loginAttempts ?? 0, user?.lockUntil ?? null]).toEqual([0, null]);
      await cms.payload.db.updateOne({
        collection: 'users',
        id: user!.id,
        data: { loginAttempts: 50, lockUntil: new Date(Date.now() + 600_000).toISOString() },
        returning: false,
      });
      expect((await tryIn(email, password, '10.4.0.1', known)).status).toBe(200);
    },
    within(120_000),
  );
}

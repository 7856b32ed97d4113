import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { within } from '../../.config/patience.ts';
import { openMongod, type Mongod } from '../store/testing/mongod.ts';
import { signedIn, type SignedIn } from '../testing/signed-in.ts';
import { testCms, type TestCms } from '../testing/test-cms.ts';

const stories = [
  'where[id][equals][$ne]=1',
  'where[id][equals][]=1',
  'where=x',
  'where[$where]=1',
  'where[or]=x',
  'where[or][0]=x',
  'where[id][nope]=1',
  'where[title][like][a]=1',
  'where[title][in][$ne]=1',
  'where[title][exists][a]=1',
  'where[updatedAt][greater_than][a]=x',
  'where[title][equals]=%00',
  'where[%00][equals]=1',
  'where[column.slug][equals][a]=1',
  'where[column.nope.x][equals]=1',
  'where[constructor][equals]=1',
  'where[__proto__][equals]=1',
  'sort=%00',
  'sort[a]=b',
  'limit=x',
  'limit[a]=1',
  'limit=-5',
  'limit=1e99',
  'page=-1',
  'page=x',
  'page=1e99',
  'depth=x',
  'depth=1e9',
  'depth[a]=1',
  'select[%00]=true',
].map((query) => `stories?${query}`);
const paths = [
  'stories/%00',
  'stories/%FF',
  'stories/a%00b',
  'stories/versions/x',
  'stories/versions/%00',
  'stories/versions?where[parent][equals][$ne]=1',
  'stories/count?where[id][equals][$ne]=1',
  'constructor',
  '__proto__',
  'toString/1',
  '%00',
  'users%00',
  'stories/x/nope',
  'globals/nope',
  'globals/desk/versions/x',
  'globals/%00',
  'media/file/%00',
  'media/file/a%00b.jpg',
  'media/file/nope.jpg',
  'nope/nope',
];
const sent: readonly (readonly [string, string, string | undefined])[] = [
  ['POST', 'users/verify/x', undefined],
  ['POST', 'users/verify/%00', undefined],
  ['POST', 'stories/versions/x', undefined],
  ['POST', 'globals/desk/versions/x', '{}'],
  ['POST', 'stories', '{'],
  ['POST', 'stories', '[]'],
  ['POST', 'stories', 'null'],
  ['POST', 'stories', '1'],
  ['POST', 'stories', ' "words"'],
  ['POST', 'users/login', 'null'],
  ['POST', 'users/login', '{'],
  ['PATCH', 'stories/x', '{'],
  ['PATCH', 'stories/%00', '{}'],
  ['DELETE', 'stories/%00', undefined],
  ['POST', 'users/forgot-password', '{"email":{"$ne":1}}'],
];

let mongod: Mongod;
beforeAll(async () => {
  mongod = await openMongod();
  if ('missing' in mongod) console.warn(mongod.missing);
}, within(60_000));
afterAll(() => mongod.stop());

describe.each(['SQLite', 'MongoDB'])('what nobody can mean, on %s', (kind) => {
  let cms: TestCms | null = null;
  let desk: SignedIn;
  beforeAll(async () => {
    if (kind === 'MongoDB' && 'missing' in mongod) return;
    if (kind === 'MongoDB' && 'url' in mongod) process.env.CMS_TEST_MONGODB_URL = mongod.url;
    cms = await testCms();
    desk = await signedIn(cms, ['author', 'admin']);
  }, within(60_000));
  afterAll(async () => {
    delete process.env.CMS_TEST_MONGODB_URL;
    await cms?.close();
  });

  it.each(['author', 'admin', null])('is refused by a sentence to %s', async (who) => {
    if (!cms) return;
    const wrong: string[] = [];
    for (const [method, path, body] of [
      ...[...stories, ...paths].map((path) => ['GET', path, undefined] as const),
      ...sent,
    ]) {
      const { response } = await desk.send(who, path, { method, ...(body === undefined ? {} : { body }) });
      const text = await response.text();
      if (response.status < 400 || response.status >= 500 || !/\p{Script=Han}/u.test(text))
        wrong.push(`${method} ${path} ${body ?? ''}: ${response.status} ${text.slice(0, 120)}`);
    }
    expect(wrong).toEqual([]);
  });

  it('a date that is none is no fault of the program', async () => {
    if (!cms) return;
    expect((await desk.get('admin', 'stories?where[updatedAt][greater_than]=x')).status).toBeLessThan(500);
  });

  it('what the desk asks goes on being answered', async () => {
    if (!cms) return;
    for (const query of [
      'where[or][0][and][0][title][like]=诚信&where[or][0][and][1][updatedAt][greater_than]=2026-01-01T00:00:00.000Z&limit=0&page=1&depth=0&sort=-updatedAt',
      'where[id][in][0]=1&where[id][in][1]=2',
      'where[id][in][]=1',
      'where=',
      'where[title][contains]=a%0Ab',
      'where[column.slug][equals]=news&sort=title,-updatedAt',
      'select[title]=true&limit=',
      'where[title][exists]=true',
    ])
      expect([query, (await desk.get('admin', `stories?${query}`)).status]).toEqual([query, 200]);
    const long = await desk.send('admin', 'stories', {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', 'X-Payload-HTTP-Method-Override': 'GET' },
      body: 'where[id][equals][$ne]=1',
    });
    expect(long.status).toBe(400);
  });
});

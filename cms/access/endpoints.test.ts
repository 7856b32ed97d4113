import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signedIn, type SignedIn } from '../testing/signed-in.ts';
import { testCms, type TestCms } from '../testing/test-cms.ts';
import { endpoints, globalEndpoints, rowEndpoints } from './endpoints.ts';
import { roleNames } from './roles.ts';
import { globalTable, table } from './table.ts';
import { within } from '../../.config/patience.ts';

let cms: TestCms;
let desk: SignedIn;
beforeAll(async () => {
  cms = await testCms();
  desk = await signedIn(cms, roleNames);
  await cms.payload.create({
    collection: 'users',
    data: { email, name: '示例某人', roles: ['author'], password: 'correct horse battery' },
  });
}, within(60_000));
afterAll(() => cms.close());

type Offered = false | undefined | readonly { method: string; path: string }[];
const named = (offered: Offered, at: string) =>
  (offered || []).map(({ method, path }) => `${method.toUpperCase()} ${at}${path}`);

it('every endpoint that answers is in the table, and the table lists none that does not', () => {
  const { collections, endpoints: root, globals } = cms.payload.config;
  const rows = collections.flatMap(({ slug }) => rowEndpoints.map((name) => name.replace(' /', ` /${slug}/`)));
  const settings = globals.flatMap(({ slug }) =>
    globalEndpoints.map((name) => name.replace(' /', ` /globals/${slug}/`)),
  );
  const answering = [
    ...named(root, ''),
    ...collections.flatMap(({ endpoints: offered, slug }) => named(offered as Offered, `/${slug}`)),
    ...globals.flatMap(({ endpoints: offered, slug }) => named(offered as Offered, `/globals/${slug}`)),
  ];
  expect(answering.filter((name) => !(name in endpoints) && !rows.includes(name) && !settings.includes(name))).toEqual(
    [],
  );
  expect(Object.keys(endpoints).filter((name) => !answering.includes(name))).toEqual([]);
});

it("every collection and every setting has its rules in the table, the shell's own too", () => {
  const ours = cms.payload.config.collections.map(({ slug }) => slug);
  expect([...ours].sort()).toEqual(Object.keys(table).sort());
  expect(cms.payload.config.globals.map(({ slug }) => slug).sort()).toEqual(Object.keys(globalTable).sort());
});

const rules = Object.entries(endpoints).filter(([name, who]) => who !== 'rows' && name !== 'POST /users/logout');
const email = 'somebody@example.org';
/** What a call must bring to come as far as the question of rights. */
const bodies: Record<string, object> = {
  'POST /users/unlock': { email },
  'POST /users/forgot-password': { email },
  'POST /users/reset-password': { token: 'x', password: 'lamp at the old ferry' },
  'POST /users/first-register': {
    email: 'first@example.org',
    password: 'lamp at the old ferry',
    name: '甲',
    roles: ['admin'],
  },
};
const call = async (who: string | null, name: string): Promise<number> => {
  const [method = '', path = ''] = name.split(' ');
  const address = path.slice(1).replace(/:\w+\??/g, 'x');
  const sent =
    method === 'POST'
      ? desk.post(who, address, bodies[name])
      : method === 'GET'
        ? desk.get(who, address)
        : desk.send(who, address, { method });
  return (await sent).status;
};

describe('a stranger', () => {
  it.each(rules)('at %s (%s)', async (name, who) => {
    const status = await call(null, name);
    if (who === 'anyone') expect(status).toBeLessThan(name.endsWith('/login') ? 401 : 400);
    else expect(who.length === 0 ? [400, 403, 404] : [401, 403]).toContain(status);
  });
});

describe.each(roleNames)('%s', (role) => {
  it.each(rules)('at %s (%s)', async (name, who) => {
    const status = await call(role, name);
    if (who === 'anyone' || who === 'staff' || who === 'rows' || who.includes(role))
      expect([401, 403, 500]).not.toContain(status);
    else expect(who.length === 0 ? [400, 403, 404] : [403]).toContain(status);
  });
});

it('a stranger reads no memory of anybody', async () => {
  expect(await (await desk.get(null, 'payload-preferences/nav')).response.json()).toMatchObject({ value: null });
});

it('whoever logs out is out', async () => {
  expect((await desk.post(null, 'users/logout')).status).toBe(400);
  expect((await desk.post('auditor', 'users/logout')).status).toBe(200);
  expect((await desk.get('auditor', 'stories')).status).toBe(403);
});

import type { Field } from 'payload';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { within } from '../../.config/patience.ts';
import { can } from '../access/can.ts';
import { endpoints } from '../access/endpoints.ts';
import { oneOfEach } from '../testing/one-of-each.ts';
import { roleNames, type Role } from '../access/roles.ts';
import { globalTable, table, type Guarded } from '../access/table.ts';
import { person } from '../testing/people.ts';
import { signedIn, type SignedIn } from '../testing/signed-in.ts';
import { testCms, type TestCms } from '../testing/test-cms.ts';
import { isChinese } from './in-chinese.ts';

let cms: TestCms;
let desk: SignedIn;
let rows: Map<Guarded, string>;
const absent = '00000000-0000-7000-8000-000000000000';
const collections = Object.keys(table) as Guarded[];
const callers: (Role | null)[] = [...roleNames, null];

beforeAll(async () => {
  cms = await testCms();
  desk = await signedIn(cms, roleNames);
  rows = await oneOfEach(cms.payload, await person(cms.payload, 'author'));
}, within(120_000));
afterAll(() => cms.close());

/** Everything that a refusal says to people, wherever it stands in the answer. */
function sentences(body: unknown): string[] {
  if (typeof body !== 'object' || body === null) return [];
  return Object.entries(body).flatMap(([name, value]) =>
    name === 'message' && typeof value === 'string' ? [value] : name === 'theirs' ? [] : sentences(value),
  );
}

/** What is wrong with an answer to a request that cannot be granted; null when it says so in Chinese. */
async function english(who: string | null, method: string, path: string, body?: unknown): Promise<string | null> {
  const { response, status } = await desk.send(who, path, {
    method,
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  if (status < 400) return null;
  const text = await response.text();
  const said = response.headers.get('content-type')?.includes('json') ? sentences(JSON.parse(text)) : [text];
  const wrong = said.length === 0 ? ['nothing is said'] : said.filter((sentence) => !isChinese(sentence));
  return (status < 500 || excused(method, path)) && wrong.length === 0
    ? null
    : `${who} ${method} ${path} ${JSON.stringify(body)?.slice(0, 80)}: ${status} ${wrong.join(' | ').slice(0, 200)}`;
}

/** Faults that are none of this desk's: the shell cannot forget a preference on SQLite; the sample snapshot is no text. */
const excused = (method: string, path: string): boolean =>
  (method === 'DELETE' && path.startsWith('payload-preferences/')) ||
  (method === 'GET' && path.endsWith('/difference'));

/** All of them together, a few at a time: a list of what is not Chinese. */
async function walk(asked: (() => Promise<string | null>)[]): Promise<string[]> {
  const found: string[] = [];
  for (let i = 0; i < asked.length; i += 20)
    found.push(...(await Promise.all(asked.slice(i, i + 20).map((one) => one()))).filter((one) => one !== null));
  return found;
}

const long = '长'.repeat(120_000);
/** What no field, or hardly one, can take. */
const wrongs: readonly unknown[] = [
  null,
  '',
  {},
  { a: 1 },
  [],
  [null],
  [{}],
  [{ x: 'no such thing' }],
  ['no-such-option'],
  'no-such-option',
  absent,
  [absent],
  { relationTo: 'nothing', value: absent },
  'not a date',
  -1,
  1e99,
  true,
  long,
  'a@b',
  { root: {} },
  { root: { type: 'root', children: [{ type: 'nothing' }], version: 1 } },
];

const names = (fields: readonly Field[]): string[] => [
  ...new Set(
    fields.flatMap((field) =>
      'name' in field && field.name
        ? [field.name]
        : 'fields' in field
          ? names(field.fields)
          : 'tabs' in field
            ? field.tabs.flatMap((tab) => names(tab.fields))
            : [],
    ),
  ),
];

/** All fields of a collection filled with the same, as a new row and into one that is there. */
const eachField = (who: string | null, slug: Guarded, wrong: unknown) => {
  const data = Object.fromEntries(names(cms.payload.collections[slug].config.fields).map((name) => [name, wrong]));
  return [
    () => english(who, 'POST', slug, data),
    () => english(who, 'PATCH', `${slug}/${rows.get(slug) ?? absent}`, data),
  ];
};
const mayWrite = (slug: Guarded): Role[] => [
  ...new Set(
    (['create', 'update'] as const).flatMap(
      (act) => roleNames.find((role) => ['any', 'open'].includes(can({ roles: [role] }, act, slug) ?? '')) ?? [],
    ),
  ),
];

it(
  'whoever may write is told in Chinese what is missing, of the wrong kind, unknown or too long in every field',
  async () => {
    expect(
      await walk(
        collections.flatMap((slug) =>
          mayWrite(slug).flatMap((who) => wrongs.flatMap((wrong) => eachField(who, slug, wrong))),
        ),
      ),
    ).toEqual([]);
  },
  within(240_000),
);

describe.each(callers)('%s is refused in Chinese', (who) => {
  it(
    'at every collection, whatever is sent',
    async () => {
      expect(
        await walk(collections.flatMap((slug) => [null, {}].flatMap((wrong) => eachField(who, slug, wrong)))),
      ).toEqual([]);
    },
    within(120_000),
  );

  it(
    'at every address of every collection and setting',
    async () => {
      const asked = collections.flatMap((slug) =>
        [absent, 'x', '-1']
          .flatMap((id) => [
            () => english(who, 'GET', `${slug}/${id}`),
            () => english(who, 'PATCH', `${slug}/${id}`, {}),
            () => english(who, 'DELETE', `${slug}/${id}`),
            () => english(who, 'POST', `${slug}/${id}/duplicate`, {}),
            () => english(who, 'GET', `${slug}/versions/${id}`),
            () => english(who, 'POST', `${slug}/versions/${id}`, {}),
            () => english(who, 'POST', `${slug}/access/${id}`, {}),
            () => english(who, 'PUT', `${slug}/${id}`, {}),
            () => english(who, 'POST', `${slug}/${id}/nothing`, {}),
            () => english(who, 'GET', `${slug}/file/${id}`),
            () => english(who, 'GET', `${slug}/paste-url/${id}?src=http://127.0.0.1/`),
          ])
          .concat([
            () => english(who, 'GET', `${slug}?where[nothing][equals]=1`),
            () => english(who, 'GET', `${slug}?sort=nothing`),
            () => english(who, 'GET', `${slug}?where[id][near]=x`),
            () => english(who, 'GET', `${slug}?where[createdAt][greater_than]=x`),
            () => english(who, 'GET', `${slug}?depth=1&populate[nothing]=1&joins[nothing]=1`),
            () => english(who, 'POST', slug, '{'),
            () => english(who, 'POST', slug, ''),
            () => english(who, 'PATCH', slug, {}),
            () => english(who, 'DELETE', slug),
            () => english(who, 'POST', `${slug}/login`, {}),
            () => english(who, 'POST', `${slug}/unlock`, { email: 'nobody@example.org' }),
            () => english(who, 'GET', `${slug}/count?where[nothing][equals]=1`),
          ]),
      );
      const settings = [...Object.keys(globalTable), 'nothing'].flatMap((slug) => [
        () => english(who, 'GET', `globals/${slug}`),
        () => english(who, 'POST', `globals/${slug}`, '{'),
        () => english(who, 'GET', `globals/${slug}/versions/${absent}`),
        () => english(who, 'POST', `globals/${slug}/versions/${absent}`, {}),
        ...wrongs.map(
          (wrong) => () =>
            english(
              who,
              'POST',
              `globals/${slug}`,
              Object.fromEntries(
                names(cms.payload.globals.config.find((one) => one.slug === slug)?.fields ?? []).map((name) => [
                  name,
                  wrong,
                ]),
              ),
            ),
        ),
      ]);
      const elsewhere = [
        'nothing',
        'graphql',
        'graphql-playground',
        'globals',
        'payload-jobs/run',
        'payload-locked-documents/x',
      ].flatMap((path) =>
        ['GET', 'POST', 'PATCH', 'DELETE', 'PUT'].map(
          (method) => () => english(who, method, path, method === 'GET' ? undefined : {}),
        ),
      );
      expect(await walk([...asked, ...settings, ...elsewhere])).toEqual([]);
    },
    within(240_000),
  );

  it(
    'at every endpoint: nothing, half a form, a list, unknown fields, wrong kinds',
    async () => {
      const bodies: readonly unknown[] = [
        undefined,
        '',
        '{',
        '[]',
        'null',
        {},
        { nothing: 1 },
        {
          email: 1,
          password: {},
          token: [],
          text: long,
          reason: 1,
          state: 'x',
          url: 'x',
          at: 'x',
          to: absent,
          takeOver: 1,
        },
        { email: 'nobody@example.org', password: 'wrong', token: 'wrong', code: '000000', current: 'wrong' },
      ];
      // What takes something away comes last: the shell's own row of a preference fails when it is written and deleted at once.
      const names = Object.keys(endpoints).filter((name) => name !== 'POST /users/logout');
      const ask = (some: readonly string[]) =>
        some.flatMap((name) => {
          const [method = '', path = ''] = name.split(' ');
          const addresses = [absent, rows.get((path.split('/')[1] ?? '') as Guarded) ?? 'x', 'x'].map((id) =>
            path
              .slice(1)
              .replace(/:id\??/, id)
              .replace(/:\w+\??/g, 'nothing'),
          );
          return [...new Set(addresses)].flatMap((address) =>
            (method === 'GET' || method === 'DELETE' ? [undefined] : bodies).map(
              (body) => () => english(who, method, address, body),
            ),
          );
        });
      expect(await walk(ask(names.filter((name) => !name.startsWith('DELETE'))))).toEqual([]);
      expect(await walk(ask(names.filter((name) => name.startsWith('DELETE'))))).toEqual([]);
    },
    within(240_000),
  );

  it(
    'at every upload: no file, an empty one, another kind, a lying name, too large, half a form',
    async () => {
      // As bytes: a form that nobody reads to its end goes on sending itself.
      const sent = async (slug: string, form: FormData) => {
        const whole = new Response(form);
        const headers = {
          'Content-Type': whole.headers.get('content-type') ?? '',
          ...(who ? { Authorization: `JWT ${desk.token(who)}` } : {}),
        };
        return desk.raw(slug, { method: 'POST', body: await whole.arrayBuffer(), headers });
      };
      const files = [
        null,
        new File([], 'a.png', { type: 'image/png' }),
        new File(['x'], 'a.png', { type: 'image/png' }),
        new File(['MZ'], 'a.exe', { type: 'application/x-msdownload' }),
        new File(['%PDF-1.7'], 'a.pdf', { type: 'application/pdf' }),
        new File(['<svg xmlns="http://www.w3.org/2000/svg"/>'], 'a.svg', { type: 'image/svg+xml' }),
        new File(['x'], '../../a.png', { type: 'image/png' }),
        new File([new Uint8Array(21 * 1024 * 1024)], 'b.png', { type: 'image/png' }),
      ];
      const wrong: string[] = [];
      const tell = async (what: string, answer: Promise<{ response: Response; status: number }>) => {
        const { response, status } = await answer;
        const said = status < 400 ? [] : sentences(await response.json());
        if (status >= 500 || (status >= 400 && said.length === 0) || said.some((sentence) => !isChinese(sentence)))
          wrong.push(`${who} ${what}: ${status} ${said.join(' | ')}`);
      };
      for (const slug of ['media', 'papers', 'lexicons/import', 'stories']) {
        for (const file of files) {
          const form = new FormData();
          if (file) form.set('file', file);
          form.set('_payload', JSON.stringify({ alt: '一张图', title: '同意书' }));
          await tell(`${slug} ${file?.name} ${file?.size}`, sent(slug, form));
        }
        const broken = { method: 'POST', ...(who ? { headers: { Authorization: `JWT ${desk.token(who)}` } } : {}) };
        await tell(
          `${slug} half`,
          desk.raw(slug, {
            ...broken,
            body: '--x\r\nContent-Disposition: form-data; name="file"; filename="a.png"\r\n\r\nabc',
            headers: { ...broken.headers, 'Content-Type': 'multipart/form-data; boundary=x' },
          }),
        );
        await tell(
          `${slug} no boundary`,
          desk.raw(slug, {
            ...broken,
            body: 'x',
            headers: { ...broken.headers, 'Content-Type': 'multipart/form-data' },
          }),
        );
        const words = new FormData();
        words.set('_payload', '{');
        await tell(`${slug} bad words`, sent(slug, words));
      }
      expect(wrong).toEqual([]);
    },
    within(120_000),
  );
});

it('one floor: what is unique, said twice', async () => {
  const found: string[] = [];
  for (const [slug, who] of [
    ['columns', 'admin'],
    ['lexicons', 'admin'],
    ['campaigns', 'author'],
    ['posts', 'author'],
    ['users', 'admin'],
    ['batches', 'author'],
    ['occasion-notices', 'signer'],
  ] as const) {
    const { id: _, ...row } = (await cms.payload.findByID({
      collection: slug,
      id: rows.get(slug)!,
      depth: 0,
    })) as unknown as Record<string, unknown>;
    const said = await english(who, 'POST', slug, { ...row, password: 'a long and quiet sentence 7' });
    if (said) found.push(said);
  }
  expect(found).toEqual([]);
});

it('a wrong log-in, a late code and a made-up link', async () => {
  const { email } = await cms.payload.findByID({ collection: 'users', id: desk.people.author!.id });
  const asked = [
    [{ email, password: 'wrong' }, 'login'],
    [{ email: 'nobody@example.org', password: 'wrong' }, 'login'],
    [{ email }, 'login'],
    [{ password: 'x' }, 'login'],
    [{ email, password: 'correct horse battery', code: '000000' }, 'login'],
    [{ email }, 'forgot-password'],
    [{ token: 'x', password: 'a long and quiet sentence 7' }, 'reset-password'],
    [{}, 'refresh-token'],
    [{ email }, 'unlock'],
    [{}, 'verify/x'],
    [{}, 'logout'],
    [{}, 'first-register'],
  ] as const;
  expect(
    await walk(
      asked.map(
        ([body, path]) =>
          () =>
            english(null, 'POST', `users/${path}`, body),
      ),
    ),
  ).toEqual([]);
});

it('windows that renew their log-in at the same moment all may go on', async () => {
  const all = await Promise.all(Array.from({ length: 6 }, () => desk.post('author', 'users/refresh-token')));
  expect(all.map(({ status }) => status)).toEqual(Array(6).fill(200));
});

import { afterAll, beforeAll, expect, it } from 'vitest';
import { seeded } from '../../../campaigns/channels/testing/random.ts';
import { sampleId } from '../testing/sample-id.ts';
import { signedIn, type SignedIn } from '../../testing/signed-in.ts';
import { testCms, type TestCms } from '../../testing/test-cms.ts';

let cms: TestCms;
let desk: SignedIn;
beforeAll(async () => {
  cms = await testCms();
  desk = await signedIn(cms, ['author']);
});
afterAll(() => cms.close());

const node = (type: string, more: object) => ({ type, version: 1, ...more });
const fields = ['title', 'summary', 'source', 'authorName', 'sourceUrl', 'originalTitle'];

it('whatever is sent, nothing crashes, and no ID number is ever stored', async () => {
  const random = seeded(20261121);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const junk = (): unknown =>
    pick([
      null,
      true,
      -1,
      1e308,
      '',
      ' ',
      '\u0000',
      '﷽'.repeat(20),
      '<b>粗</b>',
      '{"a":1}',
      [],
      {},
      [null],
      { root: null },
      { root: { children: 'x' } },
      '甲'.repeat(30),
    ]);
  const disguise = (id: string): string =>
    pick([
      (s: string) => s,
      (s: string) => [...s].join('\u200b'),
      (s: string) => s.replace(/(.{6})/g, '$1 '),
      (s: string) => [...s].map((c) => (c === 'X' ? 'ｘ' : String.fromCharCode(c.charCodeAt(0) + 0xfee0))).join(''),
      (s: string) => s.toLowerCase(),
      (s: string) => `前${s}后`,
    ])(id);
  const cut = (words: string): object[] => {
    const at = 1 + Math.floor(random() * (words.length - 1));
    return [words.slice(0, at), words.slice(at)].map((part, i) => node('text', { text: part, format: i }));
  };
  let refused = 0;
  for (let n = 0; n < 150; n += 1) {
    const id = sampleId(n);
    const body: Record<string, unknown> = { title: `第${n}篇`, kind: 'knowledge' };
    for (let k = 0; k < 3; k += 1)
      body[pick([...fields, 'tags', 'roleModel', 'caseSteps', 'corrections', 'cover', 'nowhere'])] = junk();
    const hidden = disguise(id);
    const place = pick(['summary', 'source', 'body', 'cell', 'tags', 'roleModel', 'mend']);
    if (place === 'body')
      body.body = { root: node('root', { children: [node('paragraph', { children: cut(hidden) })] }) };
    else if (place === 'cell')
      body.body = {
        root: node('root', {
          children: [
            node('table', {
              children: [node('tablerow', { children: [node('tablecell', { children: cut(hidden) })] })],
            }),
          ],
        }),
      };
    else if (place === 'tags') body.tags = [hidden];
    else if (place === 'roleModel') body.roleModel = { recheck: hidden };
    else if (place === 'mend') body.caseSteps = { mend: [{ date: '2026-01-01', text: hidden }] };
    else body[place] = hidden;
    const { response, status } = await desk.post('author', 'stories', body);
    expect(status, JSON.stringify(body)).toBeOneOf([400, 422]);
    const said = await response.text();
    expect(said).not.toContain(id.slice(6, 17));
    refused += Number(said.includes('身份证'));
  }
  // The rest is refused for what else is wrong with it.
  expect(refused).toBeGreaterThan(100);
  expect((await cms.payload.count({ collection: 'stories' })).totalDocs).toBe(0);
});

it('a text that no editor wrote, or nested without end, is refused in one sentence', async () => {
  const bodies = [
    '"x"',
    '[1]',
    '{"root":null}',
    '{"root":{"type":"root","children":"x"}}',
    '{"root":{"type":"root","children":[{"type":"text","text":1}]}}',
    `{"root":${'{"type":"p","children":['.repeat(2000)}${']}'.repeat(2000)}}`,
  ];
  for (const body of bodies) {
    expect(
      await desk.post('author', 'stories', `{"title":"深","kind":"knowledge","body":${body}}`),
      body.slice(0, 40),
    ).toMatchObject({ status: 422 });
  }
});

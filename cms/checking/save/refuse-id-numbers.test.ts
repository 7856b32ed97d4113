import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../../access/person.ts';
import { sampleId } from '../testing/sample-id.ts';
import { markdownToRichText } from '../../rich-text/from-markdown.ts';
import { person } from '../../testing/people.ts';
import { signedIn, type SignedIn } from '../../testing/signed-in.ts';
import { aColumn, draft } from '../../testing/story.ts';
import { testCms, type TestCms } from '../../testing/test-cms.ts';

let cms: TestCms;
let desk: SignedIn;
let author: Person;
beforeAll(async () => {
  cms = await testCms();
  desk = await signedIn(cms, ['author', 'admin']);
  author = desk.people.author as Person;
  await aColumn(cms.payload);
});
afterAll(() => cms.close());

const id = sampleId();
const text = (words: string, format = 0) => ({
  type: 'text',
  text: words,
  format,
  version: 1,
  detail: 0,
  mode: 'normal',
  style: '',
});
const block = (type: string, children: object[], more: object = {}) => ({
  type,
  children,
  version: 1,
  direction: 'ltr',
  format: '',
  indent: 0,
  ...more,
});
const root = (...children: object[]) => ({ root: block('root', children) });
const cell = (words: string) =>
  block('tablecell', [block('paragraph', [text(words)])], { headerState: 0, colSpan: 1, rowSpan: 1 });

/** Where a number may hide → the form's field and the place that the sentence names. */
const hidden: [string, object, string, string][] = [
  ['title', { title: `公示 ${id}` }, 'title', '标题'],
  ['summary', { summary: `他的证件是${id}。` }, 'summary', '摘要'],
  [
    'body, cut by bold type',
    {
      body: root(
        block('paragraph', [text('开头。')]),
        block('paragraph', [text('证件：'), text(id.slice(0, 7), 1), text(id.slice(7, 12)), text(id.slice(12), 2)]),
      ),
    },
    'body',
    '正文第2段',
  ],
  [
    'body, in full-width digits with hidden characters',
    {
      body: root(
        block('paragraph', [
          text([...id].map((c) => (c === 'X' ? 'Ｘ' : String.fromCharCode(c.charCodeAt(0) + 0xfee0))).join('\u200b')),
        ]),
      ),
    },
    'body',
    '正文第1段',
  ],
  [
    'a cell of a table',
    {
      body: root(
        block('table', [block('tablerow', [cell('姓名'), cell('证件')]), block('tablerow', [cell('某人'), cell(id)])]),
      ),
    },
    'body',
    '正文第1个表格第2行第2格',
  ],
  [
    'two cells of a table',
    { body: root(block('table', [block('tablerow', [cell(id.slice(0, 9)), cell(id.slice(9))])])) },
    'body',
    '正文第1个表格第1行第1格',
  ],
  [
    'a list',
    {
      body: root(
        block('list', [block('listitem', [text('第一')]), block('listitem', [text(id)])], {
          listType: 'bullet',
          tag: 'ul',
          start: 1,
        }),
      ),
    },
    'body',
    '正文第2段',
  ],
  [
    'the address of a link',
    {
      body: root(
        block('paragraph', [
          block('link', [text('看')], {
            fields: { url: `https://example.org/?id=${id}`, linkType: 'custom', newTab: false },
          }),
        ]),
      ),
    },
    'body',
    '正文里的链接或属性',
  ],
  [
    'a node’s own attribute',
    { body: root(block('paragraph', [text('看')], { note: `持有 ${id}` })) },
    'body',
    '正文里的链接或属性',
  ],
  ['a title that is no text', { title: { a: id } }, 'title', '标题'],
  ['tags', { tags: ['诚信', id] }, 'tags', '标签'],
  [
    'a fact of a role model',
    { kind: 'role-model', roleModel: { name: '示例人', recheck: `已查 ${id}` } },
    'roleModel.recheck',
    '诚信典型资料·信用复核情况',
  ],
  [
    'a fact that the form hides',
    { kind: 'knowledge', roleModel: { consent: id } },
    'roleModel.consent',
    '诚信典型资料·本人同意情况',
  ],
  [
    'a step of a case',
    {
      kind: 'case',
      caseSteps: {
        mend: [
          { date: '2026-01-01', text: '还款' },
          { date: '2026-01-02', text: id },
        ],
      },
    },
    'caseSteps.mend.1.text',
    '案例四步·四 怎样改过来第2条·做了什么',
  ],
  [
    'a correction',
    { corrections: [{ date: '2026-01-01', was: id, now: '删去' }] },
    'corrections.0.was',
    '更正记录第1条·原文',
  ],
  ['the source', { source: id }, 'source', '来源'],
  ['a web address', { sourceUrl: `https://example.org/${id}` }, 'sourceUrl', '来源网址'],
];

describe('an ID number is refused at save', () => {
  it.each(hidden)('in %s', async (_, data, path, place) => {
    const answer = await desk.post('author', 'stories', { title: '普通标题', kind: 'knowledge', ...data });
    expect(answer.status).toBe(400);
    const { errors } = (await answer.response.json()) as {
      errors: { message: string; data: { errors: { path: string; message: string }[] } }[];
    };
    expect(errors[0]?.data.errors.map((e) => e.path)).toEqual([path]);
    expect(errors[0]?.message.startsWith(`${place}有`), errors[0]?.message).toBe(true);
    expect(JSON.stringify(errors)).not.toContain(id.slice(4, 17));
    expect((await cms.payload.count({ collection: 'stories' })).totalDocs).toBe(0);
  });

  it('a weak mask too; a strong one, a wrong check digit or an order number may be saved', async () => {
    const wrong = `${id.slice(0, 17)}${id.endsWith('0') ? '1' : '0'}`;
    for (const [words, status] of [
      [`${id.slice(0, 10)}****${id.slice(14)}`, 400],
      [`${id.slice(0, 4)}*************${id.slice(-1)}`, 201],
      [wrong, 201],
      ['订单 202611210000123456', 201],
    ] as const) {
      expect(
        (await desk.post('author', 'stories', { title: '普通标题', kind: 'knowledge', summary: words })).status,
        words,
      ).toBe(status);
    }
  });
});

describe('what was there stays', () => {
  it('a refused change leaves the saved story as it was, and the same form without the number is saved whole', async () => {
    const story = await draft(cms.payload, author);
    const form = {
      title: '改过的标题',
      summary: '改过的摘要。',
      tags: ['甲', '乙'],
      body: markdownToRichText(`新的正文，证件${id}。`),
    };
    const patch = (body: object) =>
      desk.raw(`stories/${story.id}`, {
        method: 'PATCH',
        headers: { 'Content-Type': 'application/json', Authorization: `JWT ${token}` },
        body: JSON.stringify(body),
      });
    const { email } = await cms.payload.findByID({ collection: 'users', id: author.id });
    const token =
      (await cms.payload.login({ collection: 'users', data: { email, password: 'correct horse battery' } })).token ??
      '';
    expect((await patch(form)).status).toBe(400);
    expect(await cms.payload.findByID({ collection: 'stories', id: story.id, depth: 0 })).toMatchObject({
      title: story.title,
      summary: story.summary,
      contentHash: story.contentHash,
    });
    expect((await patch({ ...form, body: markdownToRichText('新的正文。') })).status).toBe(200);
    expect(await cms.payload.findByID({ collection: 'stories', id: story.id, depth: 0 })).toMatchObject({
      title: '改过的标题',
      summary: '改过的摘要。',
      tags: ['甲', '乙'],
    });
  });

  it('nobody gets past by another door: columns, campaigns, notices, the Local API', async () => {
    const campaign = {
      slug: 'a',
      year: 2026,
      title: '活动',
      theme: '主题',
      standfirst: `名单 ${id}`,
      occasion: 'credit-record-day',
      phases: [{ name: '当天', startOffset: 0, endOffset: 0 }],
    };
    await expect(cms.payload.create({ collection: 'campaigns', data: campaign as never })).rejects.toThrow(
      '完整的身份证件号码',
    );
    await expect(
      cms.payload.create({
        collection: 'columns',
        data: { slug: 'b', name: '栏目', description: id, type: '专题', kinds: ['knowledge'] } as never,
      }),
    ).rejects.toThrow('说明有完整的身份证件号码');
    await expect(
      cms.payload.create({
        collection: 'occasion-notices',
        data: { occasion: 'integrity-week', year: 2026, start: '2026-09-01', end: '2026-09-07', docNo: id } as never,
      }),
    ).rejects.toThrow('没有保存');
    await person(cms.payload, 'author');
  });
});

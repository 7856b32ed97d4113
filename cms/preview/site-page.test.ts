import { describe, expect, it } from 'vitest';
import type { ReleasePicture, Snapshot } from '../story/snapshot.ts';
import { sitePage, siteStyle } from './site-page.ts';

const evil = '<script>alert(1)</script><img src=x onerror=alert(2)>"\'';
const picture = (more: Partial<ReleasePicture> = {}): ReleasePicture =>
  ({
    id: 'm1',
    alt: '桥',
    caption: '桥头的秤。',
    aigc: false,
    fileName: 'bridge.jpg',
    renditions: ['inline', 'card-640', 'card-960', 'portrait-480', 'portrait'].map((size, i) => ({
      size,
      fileName: `${size}.jpg`,
      width: 480 + i,
      height: 300 + i,
    })),
    ...more,
  }) as unknown as ReleasePicture;
const snapshot = (more: object = {}): Snapshot =>
  ({
    kind: 'knowledge',
    column: { slug: 'knowledge', name: '信用知识' },
    title: '一杆秤（示例）',
    summary: '斤两都在心里。',
    author: '示例作者',
    source: '示例来源',
    tags: ['信用报告', '诚信', '第三个'],
    html: '<p>段。</p>',
    text: '段。',
    cover: null,
    images: [],
    roleModel: null,
    caseSteps: null,
    lesson: null,
    corrections: [],
    ...more,
  }) as unknown as Snapshot;
const page = (more: object = {}) => sitePage(snapshot(more), { editorialName: '示例编辑部' }, '');
const kicker = (html: string) =>
  [.../<p class="meta dots">(.*?)<\/p>/.exec(html)![1]!.matchAll(/<span>(.*?)<\/span>/g)].map(([, word]) => word);
const caseSteps = {
  what: '某店改了报告。\n\n又改了一次。',
  rule: { law: '示例法', article: '第一条', text: '不得伪造。', url: null },
  costs: [{ figure: '8000元', label: '罚款' }],
  mend: [{ date: '2026-01-01', text: '改过来' }],
};

describe('a story as the site would show it', () => {
  it('says that it is not signed, and never when or by whom', () => {
    const html = page();
    expect(html).toContain('<div class="unsigned">未签发</div>');
    expect(html).toContain('发布：<b>签发时填写</b>');
  });

  it.each<[string, object, string[]]>([
    ['its column and two tags', {}, ['信用知识', '信用报告', '诚信']],
    ['no column yet', { column: null, tags: [] }, ['（未选栏目）']],
    [
      'a role model’s category and batch',
      { roleModel: { category: '诚信人物', batch: '第一批' } },
      ['信用知识', '诚信人物', '第一批'],
    ],
    ['a role model without a batch', { roleModel: { category: '诚信人物', batch: null } }, ['信用知识', '诚信人物']],
  ])('stands under %s', (_, more, words) => {
    expect(kicker(page(more))).toEqual(words);
  });

  it('nothing typed yet: says so instead of an empty line', () => {
    const html = page({ title: '', summary: '' });
    expect(html).toContain('<h1>（还没有标题）</h1>');
    expect(html).not.toContain('standfirst');
  });

  it.each<[string, object]>([
    ['title', { title: evil }],
    ['summary', { summary: evil }],
    ['source', { source: evil }],
    ['author', { author: evil }],
    ['tags', { tags: [evil] }],
    ['column', { column: { slug: 'x', name: evil } }],
    ['alternative text', { cover: picture({ alt: evil }) }],
    ['caption', { cover: picture({ caption: evil }) }],
    ['what happened', { caseSteps: { ...caseSteps, what: evil } }],
    ['the law', { caseSteps: { ...caseSteps, rule: { ...caseSteps.rule, law: evil, text: evil } } }],
    ['a cost', { caseSteps: { ...caseSteps, costs: [{ figure: evil, label: evil }] } }],
    ['how it was mended', { caseSteps: { ...caseSteps, mend: [{ date: evil, text: evil }] } }],
    ['a fact of a role model', { roleModel: { category: evil, batch: evil } }],
  ])('%s is words, whatever somebody types', (_, more) => {
    expect(page(more)).not.toMatch(/<script|<img src=x/);
  });
});

describe('pictures', () => {
  it('come from where only staff reach them, in every size', () => {
    const html = page({ cover: picture() });
    expect(/srcset="([^"]*)"/.exec(html)?.[1]).toBe(
      '/api/media/file/card-640.jpg 481w, /api/media/file/card-960.jpg 482w',
    );
    expect(html).not.toMatch(/["\s]\/media\//);
  });

  it('an address that the story speaks of is not rewritten', () => {
    expect(page({ html: '<p>见 /media/ 目录</p>', title: '说 "/media/" 的事' })).toContain('<p>见 /media/ 目录</p>');
  });

  it('a role model stands upright; what was made by a machine says so', () => {
    const html = page({ cover: picture({ aigc: true }), roleModel: { category: '诚信人物', batch: null } });
    expect(html).toContain('/api/media/file/portrait-480.jpg');
    expect(html).toContain('桥头的秤。　图片由人工智能生成');
    expect(page({ cover: picture({ caption: null as never }) })).not.toContain('figcaption');
  });

  it('one of which no size was made yet is not there', () => {
    expect(page({ cover: picture({ renditions: [] }) })).not.toContain('<img');
  });
});

describe('a case', () => {
  it('goes in four steps, the body after them', () => {
    const html = page({ caseSteps });
    expect([...html.matchAll(/<\/i>(.*?)<\/h2>/g)].map(([, name]) => name)).toEqual([
      '发生了什么',
      '违反哪条规定',
      '付出什么代价',
      '怎样改过来',
    ]);
    expect(html).toContain('<p>某店改了报告。</p><p>又改了一次。</p>');
    expect(html.indexOf('怎样改过来')).toBeLessThan(html.indexOf('<p>段。</p>'));
  });
});

it('the site’s own style is there, and cannot end its element', async () => {
  const style = await siteStyle();
  expect(style).toContain('.unsigned');
  expect(sitePage(snapshot(), { editorialName: '' }, 'a{content:"</style><script>"}')).not.toContain(
    '</style><script>',
  );
});

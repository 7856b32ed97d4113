import { describe, expect, it } from 'vitest';
import { ContentError } from '../content/content-error.ts';
import { loadChannels } from '../content/load-channels.ts';
import { loadColumns } from '../content/load-columns.ts';
import { blamedInList } from '../lists/blamed-in-list.ts';
import { loadListTypes } from '../content/load-list-types.ts';
import { loadMaterials } from '../content/load-materials.ts';
import { loadRegion } from '../content/load-region.ts';
import { column, tempContent } from './testing/temp-content.ts';

const sentence = async (loading: Promise<unknown>): Promise<string> => {
  const error: unknown = await loading.catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(ContentError);
  return (error as ContentError).message;
};

describe('region', () => {
  it('says when the file is not there', async () => {
    expect(await sentence(loadRegion(await tempContent(), 'ziyang'))).toBe(
      'content/region/ziyang.yaml：没有这个文件，请补上或改正文件名。',
    );
  });
});

describe('columns', () => {
  it('come in the order of the navigation, then the others by slug', async () => {
    const named = (slug: string, order: string) =>
      column.replace('slug: cases', `slug: ${slug}`).replace('navOrder: 1', `navOrder: ${order}`);
    const root = await tempContent({
      'columns/b.yaml': named('b', 'null'),
      'columns/a.yaml': named('a', 'null'),
      'columns/z.yaml': named('z', '2'),
    });
    expect((await loadColumns(root)).map((c) => c.slug)).toEqual(['cases', 'z', 'a', 'b']);
  });

  it('are named after their file and know no other fields', async () => {
    expect(await sentence(loadColumns(await tempContent({ 'columns/other.yaml': column })))).toBe(
      'content/columns/other.yaml：字段“slug”写的是“cases”，要和文件位置“other”一致。',
    );
    expect(await sentence(loadColumns(await tempContent({ 'columns/cases.yaml': `${column}colour: red\n` })))).toBe(
      'content/columns/cases.yaml：文件里多了不认识的字段“colour”，请删掉或改正拼写。',
    );
    expect(
      await sentence(
        loadColumns(await tempContent({ 'columns/cases.yaml': column.replace('navOrder: 1', 'navOrder: 0') })),
      ),
    ).toContain('字段“navOrder”不能小于1');
  });
});

const list = `slug: tax
name: 名单
authority: 税务机关
summary: 一句话。
who: 谁。
fields: 写什么。
personId: 不登。
period: 三年。
exit: 怎样下来。
basis:
  - { title: 办法, docNo: 令第54号, article: 第一条, effective: "2022-02-01", source: 公布的文本, confidence: 0.95 }
catalogItem: 条目
catalogEdition: 2022年版
officialUrl: https://www.chinatax.gov.cn/
officialName: 国家税务总局
checkedOn: "2026-11-16"
`;
const listWith = async (from: string | RegExp, to: string) =>
  loadListTypes(await tempContent({ 'lists/tax.yaml': list.replace(from, to) }));

describe('list types', () => {
  it('are links, never rows of their own', async () => {
    expect(await listWith('', '')).toMatchObject([{ slug: 'tax', mode: 'link' }]);
    expect(await sentence(listWith('slug: tax', 'slug: tax\nmode: mirror'))).toBe(
      'content/lists/tax.yaml：字段“mode”只能写“link”。',
    );
  });

  it('are refused without a legal basis', async () => {
    const none = await sentence(listWith(/basis:\n.*\n/, 'basis: []\n'));
    expect(none).toBe(
      'content/lists/tax.yaml：字段“basis”是空的，至少要有1条法律、法规或者中央文件依据，没有依据的名单不能设。',
    );
    expect(await sentence(listWith(/basis:\n.*\n/, ''))).toContain('字段“basis”没有写，请补上');
  });

  it('meet the question: nobody is blamed by name, whatever the file answers', async () => {
    const blamed = '示例镇王建国拖欠货款八万元，被列入名单。';
    // Read nevertheless: the secrecy reviewer says whether it was read wrongly, and until then the public reads nothing of it.
    const fieldsOf = async (from: string | RegExp, to: string) => blamedInList((await listWith(from, to))[0]!);
    expect(await fieldsOf(/summary: .*/, `summary: ${blamed}`)).toEqual(['摘要']);
    expect(await fieldsOf(', source: 公布的文本', `, source: ${blamed}`)).toEqual(['依据第1项']);
    expect(await fieldsOf('', '')).toEqual([]);
    expect(await sentence(listWith('slug: tax', 'slug: tax\nanswer: { who: person, tone: negative }'))).toContain(
      '字段“answer”答的是指名批评',
    );
    expect(await listWith('slug: tax', 'slug: tax\nanswer: { who: nobody, tone: neutral }')).toMatchObject([
      { answer: { who: 'nobody', tone: 'neutral' } },
    ]);
    for (const shipped of await loadListTypes(process.cwd()))
      expect([shipped.answer, blamedInList(shipped)]).toMatchObject([{ who: 'nobody' }, []]);
  });

  it('state where each basis was read and how sure that is', async () => {
    expect(await sentence(listWith(', source: 公布的文本', ''))).toContain('字段“basis 第1项 source”没有写，请补上');
    expect(await sentence(listWith('0.95', '95'))).toContain('字段“basis 第1项 confidence”不能大于1');
    expect(await sentence(listWith('https://www.chinatax.gov.cn/', 'www.chinatax.gov.cn'))).toContain(
      '要写完整网址，以 https:// 开头',
    );
  });
});

describe('channels', () => {
  const press = (id: string) => `id: ${id}
type: press
name: 晚报
outlet: 晚报（示例）
deadline: "15:00"
page: 第二版
desk: { name: 编辑室（示例）, phone: 0839-0000000, email: desk@press.example }
`;

  it('take a second newspaper as one more file', async () => {
    const root = await tempContent({
      'channels/press.yaml': press('press'),
      'channels/evening.yaml': press('evening'),
    });
    expect((await loadChannels(root)).map((c) => `${c.id} ${c.type}`)).toEqual([
      'evening press',
      'press press',
      'wechat wechat',
    ]);
  });

  it('are refused when half written', async () => {
    expect(
      await sentence(
        loadChannels(await tempContent({ 'channels/press.yaml': press('press').replace('15:00', '下午三点') })),
      ),
    ).toContain('字段“deadline”要写成“09:00”这样的时刻');
    expect(
      await sentence(
        loadChannels(
          await tempContent({ 'channels/press.yaml': press('press').replace('type: press', 'type: radio') }),
        ),
      ),
    ).toContain('字段“type”只能写“wechat”或“weibo”或“press”或“community”或“site”');
    expect(
      await sentence(
        loadChannels(await tempContent({ 'channels/press.yaml': press('press').replace('type: press\n', '') })),
      ),
    ).toContain('字段“type”没有写，请补上“wechat”');
    const old = press('press').replace('desk: { name:', 'contact: { desk:');
    expect(await sentence(loadChannels(await tempContent({ 'channels/press.yaml': old })))).toMatch(
      /^content\/channels\/press\.yaml：字段“contact”这一项已经分成两处：.*desk.*content\/region\/.*$/,
    );
    expect(await sentence(loadChannels(await tempContent({ 'channels/press.yml': press('press') })))).toBe(
      'content/channels/press.yml：文件名要以 .yaml 结尾，请改名。',
    );
    expect(await sentence(loadChannels(await tempContent({ 'channels/other.yaml': press('press') })))).toContain(
      '字段“id”写的是“press”',
    );
  });
});

describe('materials', () => {
  const lesson = `---
title: 借来的伞
summary: 一把伞。
stage: 初中
theme: 借还有信
subject: 班会
duration: 45
licence: CC BY 4.0
licenceUrl: null
author: 林示例
source: 编辑部（示例）
answer: { who: nobody, tone: neutral }
publishedAt: "2026-03-02T09:00:00+08:00"
---
${['目标', '准备', '步骤', '讨论', '延伸'].map((part) => `## ${part}\n\n文字。\n`).join('\n')}`;
  const loaded = async (text: string) => loadMaterials(await tempContent({ 'materials/umbrella.md': text }));

  it('are lessons with all five parts', async () => {
    expect(await loaded(lesson)).toMatchObject([{ slug: 'umbrella', duration: 45 }]);
    expect(await sentence(loaded(lesson.replace('## 讨论', '## 议一议')))).toBe(
      'content/materials/umbrella.md：字段“body”要依次有“目标、准备、步骤、讨论、延伸”五个二级标题。',
    );
  });

  it('last a lesson or so', async () => {
    expect(await sentence(loaded(lesson.replace('45', '5')))).toContain('字段“duration”不能小于10');
    expect(await sentence(loaded(lesson.replace('stage: 初中', 'stage: 大学')))).toContain(
      '字段“stage”只能写“小学低年级”或',
    );
  });
});

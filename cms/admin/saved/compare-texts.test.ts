import type { ClientField } from 'payload';
import { describe, expect, it } from 'vitest';
import { markdownToRichText } from '../../rich-text/from-markdown.ts';
import { chosenContent, compareTexts } from './compare-texts.ts';
import { pathLabel } from './labels.ts';
import { readable } from './readable.ts';

const field = (more: object) => more as ClientField;
const fields = [
  field({
    type: 'row',
    fields: [
      { name: 'title', type: 'text', label: '标题' },
      {
        name: 'kind',
        type: 'select',
        label: '种类',
        options: [
          { value: 'a', label: '知识' },
          { value: 'b', label: '案例' },
        ],
      },
    ],
  }),
  field({ name: 'summary', type: 'textarea', label: '摘要' }),
  field({ name: 'body', type: 'richText', label: '正文' }),
  field({ name: 'stage', type: 'select', label: '审签状态', options: [], admin: { readOnly: true } }),
  field({ name: 'phases', type: 'array', label: '阶段', fields: [{ name: 'name', type: 'text', label: '名称' }] }),
];
const read = { title: '题', summary: '一', kind: 'a', stage: 'draft' };

describe('two texts side by side', () => {
  const mine = { ...read, title: '我的题', body: markdownToRichText('我写的。') };
  const theirs = { ...read, title: '别人的题', summary: '二', kind: 'b', stage: 'first', body: null };
  const differences = compareTexts(mine, read, theirs, fields);

  it('name what differs, in words, and leave out what the system keeps', () => {
    expect(
      differences.map(({ both, label, mine: own, proposed, theirs: other }) => [label, own, other, proposed, both]),
    ).toEqual([
      ['标题', '我的题', '别人的题', 'mine', true],
      ['摘要', '一', '二', 'theirs', false],
      ['种类', '知识', '案例', 'theirs', false],
      ['正文', '我写的。', '（空）', 'mine', false],
    ]);
  });

  it("become one as somebody chooses; nothing chosen loses nobody's words where only one wrote", () => {
    expect(chosenContent(mine, theirs, differences, {})).toMatchObject({
      title: '我的题',
      summary: '二',
      kind: 'b',
      stage: 'first',
      body: mine.body,
    });
    expect(chosenContent(mine, theirs, differences, { title: 'theirs', summary: 'mine' })).toMatchObject({
      title: '别人的题',
      summary: '一',
    });
  });

  it('of an unknown beginning propose mine', () =>
    expect(compareTexts(mine, {}, theirs, fields).every(({ proposed }) => proposed === 'mine')).toBe(true));
});

it('a text is told paragraph by paragraph', () => {
  expect(readable(markdownToRichText('## 小标题\n\n一段。\n\n- 甲\n- 乙'), undefined)).toBe('小标题\n一段。\n甲\n乙');
});

it('rows and groups are told with the names of their fields', () => {
  expect(readable([{ id: 'x', name: '当天' }, { name: '回顾' }], fields[4])).toBe('1　名称：当天\n2　名称：回顾');
  expect([readable(true, undefined), readable(0, undefined), readable(null, undefined)]).toEqual(['是', '0', '（空）']);
});

it('a path is told as people see it', () => {
  expect([
    pathLabel(fields, 'title'),
    pathLabel(fields, 'phases.0.name'),
    pathLabel(fields, 'phases'),
    pathLabel(fields, 'nowhere.x'),
  ]).toEqual(['标题', '阶段第1行的名称', '阶段', 'nowhere.x']);
});

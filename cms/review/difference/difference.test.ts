import { describe, expect, it } from 'vitest';
import type { Snapshot } from '../../story/snapshot.ts';
import { difference, isEmpty } from './difference.ts';
import { likeness } from './likeness.ts';
import { paragraphChanges } from './paragraphs.ts';
import { pieces, type Piece } from './pieces.ts';

/** 删 in [-…-], 增 in {+…+}. */
const shown = (list: readonly Piece[]) =>
  list.map(({ kind, text }) => (kind === 'same' ? text : kind === 'removed' ? `[-${text}-]` : `{+${text}+}`)).join('');

describe('within a paragraph', () => {
  it.each([
    ['罚款八千元。', '罚款八百元。', '罚款八[-千-]{+百+}元。'],
    ['每年两次免费。', '每年可以两次免费查询。', '每年{+可以+}两次免费{+查询+}。'],
    ['带上身份证件到柜台。', '到柜台。', '[-带上身份证件-]到柜台。'],
    ['一样', '一样', '一样'],
    ['', '新写的', '{+新写的+}'],
  ])('“%s” → “%s”', (before, after, expected) => {
    expect(shown(pieces(before, after))).toBe(expected);
  });

  it('shows a rewritten stretch whole instead of in crumbs', () => {
    expect(shown(pieces('他去年还清了欠款。', '她今年结清了货款。'))).toBe('[-他去年还清了欠-]{+她今年结清了货+}款。');
  });

  it('loses nothing: the earlier and the later text can be read off it', () => {
    const [before, after] = [
      '诚信守法企业可以享受绿色通道、容缺受理等便利。',
      '守信企业能享受“绿色通道”和容缺受理等激励措施。',
    ];
    const list = pieces(before, after);
    expect(
      list
        .filter(({ kind }) => kind !== 'added')
        .map(({ text }) => text)
        .join(''),
    ).toBe(before);
    expect(
      list
        .filter(({ kind }) => kind !== 'removed')
        .map(({ text }) => text)
        .join(''),
    ).toBe(after);
  });
});

describe('between paragraphs', () => {
  const brief = (before: string[], after: string[]) =>
    paragraphChanges(before.join('\n\n'), after.join('\n\n')).map(
      ({ kind, number, pieces: list }) => `${number} ${kind} ${shown(list)}`,
    );

  it('numbers what is there as it is now, and what is gone as it was', () => {
    expect(
      brief(
        ['第一段讲来历。', '第二段讲做法。', '第三段讲结果。'],
        ['第一段讲来历。', '插进来一句全新的话！', '第二段讲做法。'],
      ),
    ).toEqual(['2 added {+插进来一句全新的话！+}', '3 removed [-第三段讲结果。-]']);
  });

  it('follows a paragraph that was changed', () => {
    expect(
      brief(['开头。', '企业在公示期满后可以申请修复信用。'], ['开头。', '企业在公示期满后，三天内可以申请修复信用。']),
    ).toEqual(['2 changed 企业在公示期满后{+，三天内+}可以申请修复信用。']);
  });

  it('does not pretend that one paragraph became another', () => {
    expect(brief(['关于学校的一段话。'], ['超市开业打折促销！'])).toEqual([
      '1 added {+超市开业打折促销！+}',
      '1 removed [-关于学校的一段话。-]',
    ]);
  });
});

const snapshot = (more: Partial<Snapshot> = {}): Snapshot => ({
  kind: 'knowledge',
  column: { slug: 'k', name: '信用知识' },
  title: '题目',
  summary: '摘要。',
  category4: null,
  author: '示例作者',
  source: '编辑部（示例）',
  sourceUrl: null,
  tags: ['信用'],
  html: '<p>正文。</p>',
  text: '正文。',
  cover: null,
  images: [],
  roleModel: null,
  caseSteps: null,
  lesson: null,
  corrections: [],
  embargo: null,
  ...more,
});

describe('a story', () => {
  it('names each part that changed, and only those', () => {
    const found = difference(
      snapshot(),
      snapshot({ title: '新题目', tags: ['信用', '修复'], text: '正文改。', html: '<p>正文改。</p>' }),
    );
    expect(found.parts.map(({ part, pieces: list }) => `${part} ${shown(list)}`)).toEqual([
      '标题 {+新+}题目',
      '标签 信用{+、修复+}',
    ]);
    expect(found.paragraphs).toHaveLength(1);
    expect(found.formatOnly).toBe(false);
  });

  it('says when only the format changed, and when nothing did', () => {
    expect(difference(snapshot(), snapshot({ html: '<p><strong>正文。</strong></p>' }))).toMatchObject({
      parts: [],
      paragraphs: [],
      formatOnly: true,
    });
    expect(isEmpty(difference(snapshot(), snapshot()))).toBe(true);
  });
});

it('likeness is whole for the same, none for strangers, and high after a small edit', () => {
  expect(likeness('一句话', '一句话')).toBe(1);
  expect(likeness('一句话', '超市开业')).toBe(0);
  expect(likeness('企业在公示期满后可以申请修复信用。', '企业在公示期满以后可以申请修复信用。')).toBeGreaterThan(0.8);
});

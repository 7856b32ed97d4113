import { describe, expect, it } from 'vitest';
import { aiFindings, hasVisibleMark } from './ai-content.ts';

describe('a mark that a reader sees', () => {
  it.each([
    '由AI生成',
    'AI辅助创作',
    '人工智能繪製',
    '本图由人工智能绘制',
    'ＡＩ合成',
    'ai制作',
    'AIGC生成',
    '（由人工智能辅助生成）',
    '配图由AI提供',
  ])('%s', (text) => expect(hasVisibleMark(text)).toBe(true));
  it.each(['', '人工智能走进课堂', 'AI时代的诚信', '记者绘制', '智能合成路灯', 'EMAIL生成'])('%s is none', (text) =>
    expect(hasVisibleMark(text)).toBe(false),
  );
});

it.each<[string, Parameters<typeof aiFindings>[0], string[]]>([
  ['nothing made by it', { usedAi: false, visibleText: '一篇稿' }, []],
  ['said and seen', { usedAi: true, visibleText: '由AI生成' }, []],
  ['said and not seen', { usedAi: true, visibleText: '一篇稿' }, ['missing block 正文']],
  ['seen and not said', { usedAi: false, implicitMark: '{}', visibleText: '由AI生成' }, ['undeclared warn 元数据']],
  ['a file that says nothing', { usedAi: false, implicitMark: '', visibleText: '一篇稿' }, []],
])('%s', (_, content, told) =>
  expect(aiFindings(content).map(({ at, level, rule }) => `${rule.slice(8)} ${level} ${at}`)).toEqual(told),
);

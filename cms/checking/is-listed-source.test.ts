import { expect, it } from 'vitest';
import type { ReprintSources } from '../content/load-reprint-sources.ts';
import { isListed } from './is-listed-source.ts';

const sources = { names: ['示例日报', '广元示例网（客户端）'] } as unknown as ReprintSources;

it.each<[string, boolean]>([
  ['示例日报', true],
  [' 《示例日报》', true],
  ['示例日报(数字版)', true],
  ['示例日報', true],
  ['廣元示例網', true],
  ['⽰例日报', true],
  ['示例晚报', false],
  ['示例日報社', false],
  ['', false],
])('%j: %s', (source, listed) => expect(isListed(sources, source)).toBe(listed));

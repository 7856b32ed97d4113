import { expect, it } from 'vitest';
import { isSentence } from '../testing/sentences.ts';
import type { Alert } from './alerts.ts';
import { part } from './on-its-own.ts';

const fails = (error: unknown) => () => Promise.reject(error as Error);

it('what can be read is there, and nobody is told of anything', async () => {
  const missing: Alert[] = [];
  expect([await part('警报', () => Promise.resolve([1]), [], missing), missing]).toEqual([[1], []]);
});

it('nothing found is not the same as not read', async () => {
  const missing: Alert[] = [];
  expect(await part<number[] | null>('警报', () => Promise.resolve(null), [7], missing)).toBeNull();
  expect(missing).toEqual([]);
});

it.each<[string, unknown]>([
  ['a fault with a sentence', new Error('content/recall.yaml：缺“天数”。')],
  ['a fault in English', new TypeError("Cannot read properties of undefined (reading 'map')")],
  [
    'a database that is away',
    Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:27017'), { code: 'ECONNREFUSED' }),
  ],
  ['something thrown that is no error', '坏了'],
  ['nothing at all', undefined],
])('%s: the part is empty, and an alert says in sentences which one and what to do', async (_, error) => {
  const missing: Alert[] = [];
  expect(await part('推送情况', fails(error), '空', missing)).toBe('空');
  expect(missing).toHaveLength(1);
  const [{ advice, href, what }] = missing as [Alert];
  expect(what).toMatch(/^“推送情况”这一部分读不出来：./);
  expect([isSentence(what), isSentence(advice), href]).toEqual([true, true, '/admin']);
  expect(what).not.toMatch(/at .*\.ts:\d/);
});

it('parts that fail together are each told, under keys of their own', async () => {
  const missing: Alert[] = [];
  await Promise.all(['典型', '转载', '审稿'].map((name) => part(name, fails(new Error('坏了。')), [], missing)));
  expect(new Set(missing.map(({ id }) => id)).size).toBe(3);
});

it('what fails at once, before it has promised anything, is caught as well', async () => {
  const missing: Alert[] = [];
  const throws = (): Promise<number> => {
    throw new Error('马上坏了。');
  };
  expect([await part('节点', throws, 0, missing), missing.length]).toEqual([0, 1]);
});

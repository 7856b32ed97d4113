import { expect, it } from 'vitest';
import { readings } from './readings.ts';

it('one text read again is the same reading; as plain letters it is another', () => {
  const text = '<b>老</b> 赖\n名单';
  expect(readings(text)).toBe(readings(text));
  expect(readings(text).joined.text).toBe('老赖名单');
  expect(readings(text, false).joined.text).toBe('<b>老</b> 赖名单');
});

it('what was read long ago is forgotten, and read as rightly again', () => {
  const first = readings('第一篇老 赖');
  for (let n = 0; n < 12; n += 1) readings(`${n}${'平常的话。'.repeat(2_000)}`);
  expect(readings('第一篇老 赖')).not.toBe(first);
  expect(readings('第一篇老 赖').joined.text).toBe('第一篇老赖');
});

it('a text longer than what is kept is read and pushes nothing out', () => {
  const kept = readings('留下的一篇');
  const long = '长'.repeat(100_001);
  expect(readings(long).folded.text).toHaveLength(100_001);
  expect(readings(long)).not.toBe(readings(long));
  expect(readings('留下的一篇')).toBe(kept);
});

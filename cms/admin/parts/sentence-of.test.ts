import { expect, it } from 'vitest';
import { sentenceOf } from './sentence-of.ts';

it.each<[unknown, string | null]>([
  [{ message: '已记下。' }, '已记下。'],
  [{ message: '请写明原因。', errors: [{ message: '别的。' }] }, '请写明原因。'],
  [{ errors: [{ message: '请先登录后台。' }, { message: '别的。' }] }, '请先登录后台。'],
  [{ message: '', errors: [{ message: '请先登录后台。' }] }, '请先登录后台。'],
  ...[{}, null, undefined, 'Bad Gateway', [], { message: 7 }, { errors: [] }, { errors: [{}] }, { message: '  ' }].map(
    (odd): [unknown, null] => [odd, null],
  ),
])('%j says %j', (body, sentence) => {
  expect(sentenceOf(body)).toBe(sentence);
});

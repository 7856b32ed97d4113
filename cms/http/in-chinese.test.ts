import { expect, it } from 'vitest';
import { bodyInChinese, inChinese, isChinese } from './in-chinese.ts';

it.each([
  ['请填写。', true],
  ['查询条件“where”的比较方法不对：可用的有 in、equals。', true],
  ['路径 a/b 和 POST 都不对。', true],
  ['日期“not a date at all”不对：请改。', true],
  ['只收 text（批注）、paragraph（段号）和 must（必须改）。', true],
  ['This field is required', false],
  ['', false],
  ['错误：Cannot read properties of undefined', false],
  ['Not Found', false],
])('%s: %s', (sentence, is) => expect(isChinese(sentence)).toBe(is));

it('what the shell says in English is said in Chinese, what is Chinese stays', () => {
  expect(inChinese('This relationship field has the following invalid relationships: x 0', 400)).toContain('重新选');
  expect(
    [401, 403, 404, 409, 418, 500, 501].map((status) =>
      isChinese(inChinese('Something nobody has met before', status)),
    ),
  ).toEqual(Array(7).fill(true));
  expect(inChinese('照旧。', 400)).toBe('照旧。');
});

it('wherever it stands in an answer; rows are left as they are', () => {
  const row = { message: 'This is what a person wrote' };
  const body = {
    errors: [
      {
        message: 'The following field is invalid: email',
        name: 'ValidationError',
        data: { errors: [{ path: 'email', message: 'Value must be unique' }], theirs: row, version: 'v' },
      },
    ],
    doc: row,
  };
  expect(bodyInChinese(body, 400)).toEqual({
    errors: [
      {
        message: expect.stringContaining('没有填对'),
        name: 'ValidationError',
        data: { errors: [{ path: 'email', message: expect.stringContaining('请换一个') }], theirs: row, version: 'v' },
      },
    ],
    doc: row,
  });
  expect(bodyInChinese(null, 400)).toBeNull();
});

import { expect, it } from 'vitest';
import { readAnswer } from './read-answer.ts';

const doc = { id: 'a', title: '题', updatedAt: '2026-11-27T12:29:00.000Z' };

it('a save is a 2xx with the row in it', () => {
  expect(readAnswer(200, { doc }, true)).toEqual({ kind: 'saved', doc, version: doc.updatedAt });
  expect(readAnswer(201, { doc }, true)).toMatchObject({ kind: 'saved' });
  expect(readAnswer(200, { result: { hoursFirst: 3 } }, true)).toMatchObject({ kind: 'saved', version: 'none' });
});

it.each([
  [200, {}],
  [200, '<html>'],
  [200, null],
  [302, { doc }],
  [500, { doc }],
  [400, { doc }],
])('nothing else is: %s %j', (status, body) => expect(readAnswer(status, body, true).kind).toBe('refused'));

it('a refusal says why and where', () => {
  const errors = [
    {
      message: '摘要有完整的身份证件号码。',
      data: { errors: [{ path: 'summary', label: '摘要', message: '摘要有完整的身份证件号码。' }] },
    },
  ];
  expect(readAnswer(400, { errors }, true)).toEqual({
    kind: 'refused',
    message: '摘要有完整的身份证件号码。',
    places: [{ path: 'summary', label: '摘要', message: '摘要有完整的身份证件号码。' }],
  });
  expect(readAnswer(422, { errors: [{ message: '请选代办人。' }] }, true)).toMatchObject({
    kind: 'refused',
    message: '请选代办人。',
    places: [],
  });
});

it.each([[400], [403], [404], [413], [429], [500], [502], [418]])(
  '%s without a Chinese word still is a Chinese sentence',
  (status) => {
    expect(readAnswer(status, { errors: [{ message: 'Something went wrong.' }] }, true)).toMatchObject({
      kind: 'refused',
      message: expect.stringMatching(/^[一-鿿].*。$/),
    });
  },
);

it('a 403 of somebody whom the server no longer knows is an expired log-in; of somebody it knows, a refusal', () => {
  for (const status of [401, 403])
    expect(readAnswer(status, { errors: [{ message: '您无权执行此操作。' }] }, false)).toEqual({ kind: 'expired' });
  expect(readAnswer(403, { errors: [{ message: '您无权执行此操作。' }] }, true)).toMatchObject({
    kind: 'refused',
    message: '您无权执行此操作。',
  });
});

it('a 409 brings the other text, another 409 is a refusal', () => {
  expect(
    readAnswer(
      409,
      { errors: [{ message: '有人保存过。', data: { moved: true, version: 'v2', theirs: { title: '别人的' } } }] },
      true,
    ),
  ).toEqual({ kind: 'moved', version: 'v2', theirs: { title: '别人的' } });
  expect(readAnswer(409, { errors: [{ message: '签发过的稿件不能删除。' }] }, true)).toMatchObject({ kind: 'refused' });
});

it('a 423 names who is changing it', () => {
  expect(
    readAnswer(
      423,
      { errors: [{ message: '甲正在改。', data: { held: { name: '甲', since: doc.updatedAt } } }] },
      true,
    ),
  ).toEqual({ kind: 'held', message: '甲正在改。', other: { name: '甲', since: doc.updatedAt } });
});

import { expect, it } from 'vitest';
import { MovedOnError } from './moved-on.ts';
import { tellParticulars } from './tell-particulars.ts';

const asked = (error: Error, result: object) =>
  tellParticulars({ error, result: result as never, context: {}, req: {} as never, collection: undefined as never }) as
    | { response: unknown }
    | undefined;
const moved = new MovedOnError('v2', { title: '别人的' });

it('a refusal from another copy of the shell still says where and what', () => {
  expect(asked(moved, { errors: [{ message: moved.message }] })?.response).toEqual({
    errors: [
      { name: moved.name, message: moved.message, data: { moved: true, version: 'v2', theirs: { title: '别人的' } } },
    ],
  });
});

it('what the shell hides stays hidden, what it has told stays as told', () => {
  expect(asked(moved, { errors: [{ message: 'Something went wrong.' }] })).toBeUndefined();
  expect(asked(moved, { errors: [{ message: moved.message, data: { moved: true } }] })).toBeUndefined();
  expect(asked(new Error('x'), { errors: [{ message: 'x' }] })).toBeUndefined();
  expect(asked(moved, {})).toBeUndefined();
});

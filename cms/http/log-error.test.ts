import { AuthenticationError } from 'payload';
import { expect, it } from 'vitest';
import { logError } from './log-error.ts';

it('a refused log-in is one line, a fault of the program keeps its stack and its cause', () => {
  const refused = logError(new AuthenticationError());
  expect(refused).toEqual({ type: 'AuthenticationError', message: expect.any(String), status: 401 });
  expect(JSON.stringify(refused)).not.toContain('at ');
  expect(logError(new Error('broken', { cause: new TypeError('deep') }))).toMatchObject({
    stack: expect.stringContaining('log-error.test'),
    cause: { type: 'TypeError', message: 'deep' },
  });
  expect(logError('word')).toEqual({ message: 'word' });
});

import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';
import { handleEndpoints } from 'payload';
import { expect, it, onTestFinished, vi } from 'vitest';
import { person } from '../../testing/people.ts';
import { testCms } from '../../testing/test-cms.ts';

it('passwords are hashed with 600,000 rounds: new ones, right ones, wrong ones, and those of nobody', async () => {
  const cms = await testCms();
  const hashed = vi.spyOn(crypto, 'pbkdf2');
  syncBuiltinESMExports();
  onTestFinished(async () => {
    hashed.mockRestore();
    syncBuiltinESMExports();
    await cms.close();
  });
  const tryIn = async (email: string, password: string) => {
    const request = new Request('http://localhost/api/users/login', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-chengxin-peer': '10.1.0.1' },
      body: JSON.stringify({ email, password }),
    });
    return (await handleEndpoints({ config: cms.payload.config, request, payloadInstanceCacheKey: cms.key })).status;
  };
  /** Rounds of all hashes that were asked for while that was done. */
  const rounds = async (work: () => Promise<unknown>) => {
    hashed.mockClear();
    await work();
    return [...new Set(hashed.mock.calls.map(([, , asked]) => asked))];
  };
  let email = '';
  expect(
    await rounds(async () => {
      email = (await cms.payload.findByID({ collection: 'users', id: (await person(cms.payload, 'author')).id })).email;
    }),
  ).toEqual([600_000]);
  expect(await rounds(async () => expect(await tryIn(email, 'correct horse battery')).toBe(200))).toEqual([600_000]);
  expect(await rounds(async () => expect(await tryIn(email, 'a guess of a stranger')).toBe(401))).toEqual([600_000]);
  expect(
    await rounds(async () => expect(await tryIn('nobody@example.org', 'a guess of a stranger')).toBe(401)),
  ).toEqual([600_000]);
});

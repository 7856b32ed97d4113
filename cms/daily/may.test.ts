import { describe, expect, it } from 'vitest';
import { roleNames, type Role } from '../access/roles.ts';
import { whyNotAsk, whyNotCancel, whyNotDecide } from './may.ts';

const who = (...roles: Role[]) => ({ id: roles.join('-'), name: '示例', roles });
const writer = (id: string, signer = false) => ({ id, name: '示例', signer, at: '2026-06-15T01:00:00.000Z' });

describe('by role', () => {
  it.each<[string, (role: Role) => string | null, Role[]]>([
    ['asks', (role) => whyNotAsk(who(role)), ['author', 'signer', 'admin']],
    ['cancels', (role) => whyNotCancel(who(role)), ['author', 'reviewer1', 'reviewer2', 'signer', 'admin']],
    ['confirms what an author asks', (role) => whyNotDecide(who(role), [writer('a')]), ['signer']],
    [
      'confirms what a signer asks',
      (role) => whyNotDecide(who(role), [writer('s', true)]),
      ['reviewer1', 'reviewer2', 'signer'],
    ],
  ])('%s', (_, whyNot, may) => expect(roleNames.filter((role) => whyNot(role) === null)).toEqual(may));
});

it('whoever had a hand in it is not its second person, whatever else they are', () => {
  const signer = who('signer', 'author');
  expect(whyNotDecide(signer, [writer('a'), writer(signer.id, true), writer('b')])).toContain('您提出或改过');
});

it('of the two people one is a signer: what an author changed after a signer is the signer’s no more', () => {
  expect(whyNotDecide(who('reviewer1'), [writer('s', true), writer('a')])).toContain('请终审人来确认');
  expect(whyNotDecide(who('reviewer1'), [writer('a'), writer('s', true)])).toBeNull();
  expect(whyNotDecide(who('reviewer1'), [])).toContain('请终审人来确认');
});

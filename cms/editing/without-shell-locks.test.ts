import { expect, it } from 'vitest';
import { withoutShellLocks } from './without-shell-locks.ts';

it("the shell's form takes no lock and tells nobody to reload", () => {
  expect(
    withoutShellLocks({
      name: 'form-state',
      args: { id: 'a', checkForStaleData: true, returnLockStatus: true, updateLastEdited: true },
    }).args,
  ).toEqual({ id: 'a', checkForStaleData: false, returnLockStatus: false, updateLastEdited: false });
});

it('everything else is as it was asked', () => {
  const call = { name: 'table-state', args: { collectionSlug: 'stories' } };
  expect(withoutShellLocks(call)).toBe(call);
});

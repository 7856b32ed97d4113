import { expect, test } from 'vitest';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { watchChanges } from './watch-changes.ts';

/** What the snapshot is told at one look, with what the feed says and on which day it is. */
async function toldAfter(tags: string[], onlyAdded: boolean, over = false): Promise<unknown[]> {
  const told = Promise.withResolvers<unknown[]>();
  const snapshot = { invalidate: (...args: unknown[]) => (told.resolve(args), 1), expect: () => undefined, forget: async () => undefined, sweep: () => undefined };
  const endings = over ? [{ serial: 9, at: '2026-06-14T00:00:00+08:00', tags: ['story:9'] }] : [];
  const stop = watchChanges({
    snapshot: snapshot as unknown as Snapshot, today: () => '2026-06-14', now: () => Date.parse('2026-06-14T08:00:00+08:00'), log: () => undefined,
    changes: { poll: async () => tags, onlyAdded: () => onlyAdded, endings: () => endings },
  });
  const args = await told.promise;
  await stop();
  return args;
}

test('only what is new and nothing else is told as an addition', async () => {
  expect(await toldAfter(['story:1', 'column:news'], true)).toEqual([['story:1', 'column:news'], 'added']);
  expect(await toldAfter(['story:1', 'column:news'], false)).toEqual([['story:1', 'column:news'], 'changed']);
});

test('an end that falls into the same look is a change', async () => {
  expect(await toldAfter(['story:1'], true, true)).toEqual([['story:1', 'story:9'], 'changed']);
});

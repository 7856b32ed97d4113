import { expect, test } from 'vitest';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { watchChanges } from './watch-changes.ts';

/** What the snapshot is told at one look, with what the feed says and on which day it is. */
async function toldAfter(tags: string[], onlyAdded: boolean, over = false): Promise<unknown[]> {
  const told = Promise.withResolvers<unknown[]>();
  const snapshot = {
    invalidate: (...args: unknown[]) => (told.resolve(args), 1),
    expect: () => undefined,
    forget: async () => undefined,
    sweep: () => undefined,
  };
  const endings = over ? [{ serial: 9, at: '2026-06-14T00:00:00+08:00', tags: ['story:9'] }] : [];
  const stop = watchChanges({
    snapshot: snapshot as unknown as Snapshot,
    today: () => '2026-06-14',
    now: () => Date.parse('2026-06-14T08:00:00+08:00'),
    log: () => undefined,
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

test('a file that cannot be deleted is tried again at every look, the others go at once, and it is told', async () => {
  const [asked, lines]: [number[], string[]] = [[], []];
  const done = Promise.withResolvers<void>();
  let stubborn = true;
  const forget = async (mustGo: (key: string) => boolean) => {
    const serial = mustGo('/s/1') ? 1 : 2;
    asked.push(serial);
    if (serial === 1 && stubborn) {
      stubborn = asked.filter((one) => one === 1).length < 3;
      throw new Error('删不掉。');
    }
    if (serial === 1) done.resolve();
  };
  const snapshot = { invalidate: () => 1, expect: () => undefined, forget, sweep: () => undefined };
  let first = true;
  const stop = watchChanges({
    snapshot: snapshot as unknown as Snapshot,
    today: () => '2026-06-14',
    every: 1,
    log: (line) => void lines.push(line),
    changes: {
      poll: async () => {
        const tags = first ? ['gone:1', 'gone:2'] : [];
        first = false;
        return tags;
      },
    },
  });
  await done.promise;
  await stop();
  expect(asked).toEqual([1, 2, 1, 1, 1]);
  expect(lines.join()).toContain('第 1 号稿件已撤回，旧页面的文件还没有删掉');
});

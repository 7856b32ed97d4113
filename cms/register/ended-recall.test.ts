import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Payload } from 'payload';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { enterEndedRecalls } from './ended-recall.ts';
import { registerConfig, registerOf } from './register-of.ts';
import { asRegistered, withdrawnReason } from './withdrawn.ts';

let folder: string;
let payload: Payload;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chengxin-ended-'));
  payload = { config: { custom: registerConfig(folder, null) } } as unknown as Payload;
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const at = '2026-06-14T01:00:00.000Z';
const copy = (id: string, recall: string | null, more: object = {}) => ({
  id,
  recall,
  recallOrder: 'w:r1',
  recallAt: at,
  ...more,
});
const entered = () => registerOf(payload).all('recall');

describe('a copy whose taking back has ended', () => {
  it.each(['deleted', 'corrected', 'irrevocable', 'no-receipt'])('is entered: %s', (recall) => {
    enterEndedRecalls(payload, [copy('d1', recall)]);
    expect(entered()).toEqual([{ kind: 'recall', key: 'd1', at, facts: { state: recall, order: 'w:r1' } }]);
  });

  it.each([
    ['still runs', copy('d1', 'running')],
    ['waits for a person', copy('d1', 'person')],
    ['never went out', copy('d1', 'gone')],
    ['was never asked for', copy('d1', null)],
    ['has no order', copy('d1', 'deleted', { recallOrder: null })],
    ['has no day', copy('d1', 'deleted', { recallAt: null })],
  ])('is not entered while it %s', (_, one) => {
    enterEndedRecalls(payload, [one]);
    expect(entered()).toEqual([]);
  });

  it('is entered once, as it ended first; the database of a backup may say it anew', () => {
    enterEndedRecalls(payload, [copy('d1', 'no-receipt')]);
    enterEndedRecalls(payload, [copy('d1', 'deleted'), copy('d2', 'deleted', { recallAt: new Date(at) })]);
    expect(entered().map(({ key, facts }) => [key, facts.state])).toEqual([
      ['d1', 'no-receipt'],
      ['d2', 'deleted'],
    ]);
  });

  it('one that has a day that is none does not keep the others out', () => {
    enterEndedRecalls(payload, [copy('d1', 'deleted', { recallAt: '明天' }), copy('d2', 'deleted')]);
    expect(entered().map(({ key }) => key)).toEqual(['d2']);
  });
});

describe('what readers see of a release that was taken back', () => {
  const row = { state: 'live' as const, release: 'r1', title: '稿（示例）', withdrawnAt: null, reason: null };
  beforeEach(() => registerOf(payload).add({ kind: 'withdrawal', key: 'r1', at, facts: { story: 's' } }));

  it.each<[string, object, object]>([
    [
      'is withdrawn, though a restored database says it is live',
      {},
      { state: 'withdrawn', withdrawnAt: at, reason: withdrawnReason },
    ],
    ['also where the release came with its row', { release: { id: 'r1' } }, { state: 'withdrawn', withdrawnAt: at }],
    ['is what it is, when another release was', { release: 'r2' }, { state: 'live', withdrawnAt: null, reason: null }],
    [
      'keeps the words that were agreed to, where the database knows them',
      { state: 'withdrawn', withdrawnAt: '2026-06-13T01:00:00.000Z', reason: '数据有误。' },
      { state: 'withdrawn', withdrawnAt: '2026-06-13T01:00:00.000Z', reason: '数据有误。' },
    ],
  ])('%s', (_, more, seen) => expect(asRegistered(payload, { ...row, ...more } as typeof row)).toMatchObject(seen));

  it('is asked of a file that other processes write too', () => {
    const other = { config: { custom: registerConfig(folder, null) } } as unknown as Payload;
    registerOf(other).add({ kind: 'withdrawal', key: 'r2', at, facts: { story: 's2' } });
    expect(asRegistered(payload, { ...row, release: 'r2' })).toMatchObject({ state: 'withdrawn' });
  });
});

import { expect, it } from 'vitest';
import { createRandom } from '../../campaigns/calendar/testing/random.ts';
import type { Correction as CorrectionRow, Release } from '../payload-types.ts';
import { snapshotDoor } from '../story/snapshot-doors.ts';
import { randomSnapshot } from './testing/random-snapshot.ts';
import { correctedStateOf, stillWaiting, type StandingCorrection } from './corrected-state.ts';

const row = (n: number, at: string): CorrectionRow => ({
  id: `c${n}`,
  wrong: `错${n}`,
  right: `对${n}`,
  note: n % 2 ? `因${n}` : null,
  at,
  key: '',
  story: '',
  release: '',
  by: '',
  updatedAt: at,
  createdAt: at,
});
const { snapshot } = randomSnapshot(createRandom(4));
const signed = (...numbers: number[]) =>
  ({
    snapshot: snapshotDoor.write({
      ...snapshot,
      corrections: numbers.map((n) => ({ date: '2026-01-01', was: `错${n}`, now: `对${n}`, note: '' })),
    }),
  }) as Release;

it('says each passage once, the signed ones first, then those agreed to, with the Chinese day of the agreement', () => {
  const random = createRandom(9);
  for (let run = 0; run < 150; run += 1) {
    const pick = () => Array.from({ length: random.int(0, 5) }, () => random.int(1, 6));
    const [own, agreed, waiting] = [[...new Set(pick())], pick(), [...new Set(pick())]];
    const at = (i: number) => `2026-06-${String(10 + i)}T${random.pick(['15:59:59', '16:00:00'])}.000Z`;
    const standing = agreed.map((n, i): StandingCorrection => ({ row: row(n, at(i)), since: at(i) }));
    const open = waiting.map((n, i) => row(n, at(10 + i)));
    const { correctedAt, correcting, corrections } = correctedStateOf(signed(...own), {
      agreed: standing,
      waiting: open,
    });
    const said = corrections.map(({ was }) => Number(was.slice(1)));
    expect(said).toEqual([...new Set([...own, ...agreed])]);
    expect(correcting).toBe(waiting.filter((n) => !said.includes(n)).length);
    const instants = [
      ...standing.map(({ since }) => since),
      ...open.filter((_, i) => !said.includes(waiting[i] ?? 0)).map((one) => one.at),
    ].sort();
    expect(correctedAt).toBe(instants.at(-1) ?? null);
    for (const { date, note, was } of corrections) {
      const first = own.includes(Number(was.slice(1))) ? null : standing.find(({ row: one }) => one.wrong === was);
      expect({ date, note }).toEqual(
        first
          ? {
              date: `2026-06-${Number(first.since.slice(8, 10)) + (first.since.includes('T16') ? 1 : 0)}`,
              note: first.row.note ?? '',
            }
          : { date: '2026-01-01', note: '' },
      );
    }
  }
});

it('what is said in the same words already waits for nobody', () => {
  const said = [{ date: '2026-01-01', was: '错1', now: '对1', note: '' }];
  expect(stillWaiting([row(1, ''), row(2, '')], said).map(({ id }) => id)).toEqual(['c2']);
  expect(stillWaiting([{ ...row(1, ''), right: '对得不同' }], said)).toHaveLength(1);
});

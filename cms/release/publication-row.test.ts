import { expect, it } from 'vitest';
import { createRandom } from '../../campaigns/calendar/testing/random.ts';
import type { Release } from '../payload-types.ts';
import { endOf } from './ending.ts';
import { noEnd, publicationRow, zoned } from './publication-row.ts';
import { reviewNote } from './review-note.ts';
import { randomSnapshot } from './testing/random-snapshot.ts';

const parts = {
  correctedAt: null,
  correcting: 0,
  firstShownAt: '2026-05-31T16:30:00.000Z',
  unseen: true,
  now: new Date('2026-06-14T01:00:00.000Z'),
  withdrawal: null,
  package: null,
};
const samples = Array.from({ length: 100 }, (_, i) => {
  const made = randomSnapshot(createRandom(i + 1));
  const release = {
    id: 'r',
    kind: made.snapshot.kind,
    signedAt: '2026-06-14T01:00:00.000Z',
    version: 2,
    hash: 'h',
    snapshot: made.snapshot,
  } as unknown as Release;
  return { seed: i + 1, ...made, row: publicationRow(release, { ...parts, corrections: made.snapshot.corrections }) };
});

it('a story is found by every word of it, in whatever fact it stands', () => {
  for (const { row, seed, snapshot, told, words } of samples) {
    const text = row.searchText.replace(/\s/g, '');
    const all = [
      ...words,
      ...told.filter((word) => [snapshot.title, snapshot.summary, snapshot.source].includes(word)),
    ];
    expect({ seed, lost: all.filter((word) => !text.includes(word.replace(/\s/g, ''))) }).toEqual({ seed, lost: [] });
  }
});

it('its first day never moves, its month is the one in Shanghai, and it ends where its proof says', () => {
  for (const { row, snapshot } of samples) {
    expect(row).toMatchObject({
      firstPublishedAt: parts.firstShownAt,
      publishedAt: '2026-06-14T01:00:00.000Z',
      month: '2026-06',
      state: 'live',
      reason: null,
      until: snapshot.disclosure?.until ?? noEnd,
      corrected: snapshot.corrections.length > 0,
    });
    expect(endOf(row)).toBe(snapshot.disclosure?.until ?? null);
    // A row from before the column says it in its card.
    expect(endOf({ card: row.card })).toBe(snapshot.disclosure?.until ?? null);
    expect(row.pictures?.split(' ') ?? []).toEqual(snapshot.images.map(({ id }) => id));
    expect(row.batch).toBe(snapshot.roleModel?.batch ?? null);
  }
  expect([endOf({}), endOf({ until: null, card: null }), endOf({ until: noEnd })]).toEqual([null, null, null]);
  expect(zoned('2026-05-31T16:30:00.000Z')).toBe('2026-06-01T00:30:00+08:00');
});

it('says under the signature how it was reviewed, and openly when it was not by three', () => {
  const note = (more: object) =>
    reviewNote({ imported: false, reviewMode: 'three', signedBy: '甲、乙', ...more } as never);
  expect(note({})).toContain('初审、复审、终审');
  expect(note({ reviewMode: null })).toBe(note({}));
  expect(note({ reviewMode: 'two' })).toContain('两人审签');
  expect(note({ reviewMode: 'urgent' })).toContain('紧急更正，由甲、乙两人核定');
  expect(note({ imported: true, reviewMode: 'two' })).toContain('示例稿件');
});

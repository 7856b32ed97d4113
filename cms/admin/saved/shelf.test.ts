import { expect, it } from 'vitest';
import { dropHere, keepHere, laterKept, readHere, type Shelf } from './shelf.ts';

const now = new Date('2026-06-14T09:00:00+08:00');
const kept = { content: { title: '题' }, keptAt: now.toISOString(), version: 'v1' };

function shelf(): Shelf {
  const rows = new Map<string, string>();
  return {
    getItem: (key) => rows.get(key) ?? null,
    setItem: (key, value) => void rows.set(key, value),
    removeItem: (key) => void rows.delete(key),
  };
}

it("keeps one person's words for one row apart from all others", () => {
  const place = shelf();
  expect(keepHere(place, 'me', 'stories/a', kept)).toBe(true);
  expect(readHere(place, 'me', 'stories/a', now)).toEqual(kept);
  for (const [who, target] of [
    ['me', 'stories/new'],
    ['me', 'stories/b'],
    ['you', 'stories/a'],
    ['me', 'campaigns/a'],
  ] as const)
    expect(readHere(place, who, target, now)).toBeNull();
  dropHere(place, 'me', 'stories/a');
  expect(readHere(place, 'me', 'stories/a', now)).toBeNull();
});

it('finds what an older program kept of a story', () => {
  const place = shelf();
  place.setItem('cx-typed:me:a', JSON.stringify({ content: { title: '题' }, keptAt: now.toISOString() }));
  place.setItem('cx-typed:me:new', JSON.stringify({ content: { title: '新' }, keptAt: now.toISOString() }));
  expect(readHere(place, 'me', 'stories/a', now)?.content).toEqual({ title: '题' });
  expect(readHere(place, 'me', 'stories/new', now)?.content).toEqual({ title: '新' });
});

it('a full or forbidden shelf is no reason to fail', () => {
  const full: Shelf = {
    getItem: () => {
      throw new Error('forbidden');
    },
    setItem: () => {
      throw new Error('full');
    },
    removeItem: () => {
      throw new Error('forbidden');
    },
  };
  expect(keepHere(full, 'me', 'stories/new', kept)).toBe(false);
  expect(readHere(full, 'me', 'stories/new', now)).toBeNull();
  dropHere(full, 'me', 'stories/new');
});

it('throws away what is a month old or cannot be read', () => {
  const place = shelf();
  keepHere(place, 'me', 'stories/a', { ...kept, keptAt: '2026-05-10T09:00:00+08:00' });
  expect(readHere(place, 'me', 'stories/a', now)).toBeNull();
  place.setItem('cx-typed:me:b', '{');
  expect(readHere(place, 'me', 'stories/b', now)).toBeNull();
});

it('of two the later counts', () => {
  const later = { ...kept, keptAt: '2026-06-14T10:00:00+08:00' };
  expect(laterKept(kept, later)).toBe(later);
  expect(laterKept(later, kept)).toBe(later);
  expect(laterKept(null, kept)).toBe(kept);
  expect(laterKept(null, null)).toBeNull();
});

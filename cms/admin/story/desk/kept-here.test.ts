import { expect, it } from 'vitest';
import { dropHere, keepHere, laterKept, readHere, type Shelf } from './kept-here.ts';

const now = new Date('2026-06-14T09:00:00+08:00');
const kept = { content: { title: '题' }, keptAt: now.toISOString() };

function shelf(): Shelf {
  const rows = new Map<string, string>();
  return { getItem: (key) => rows.get(key) ?? null, setItem: (key, value) => void rows.set(key, value), removeItem: (key) => void rows.delete(key) };
}

it('keeps one person\'s words for one story apart from all others', () => {
  const place = shelf();
  expect(keepHere(place, 'me', 'a', kept)).toBe(true);
  expect(readHere(place, 'me', 'a', now)).toEqual(kept);
  expect([readHere(place, 'me', null, now), readHere(place, 'me', 'b', now), readHere(place, 'you', 'a', now)]).toEqual([null, null, null]);
  dropHere(place, 'me', 'a');
  expect(readHere(place, 'me', 'a', now)).toBeNull();
});

it('a full or forbidden shelf is no reason to fail', () => {
  const full: Shelf = { getItem: () => { throw new Error('forbidden'); }, setItem: () => { throw new Error('full'); }, removeItem: () => { throw new Error('forbidden'); } };
  expect(keepHere(full, 'me', null, kept)).toBe(false);
  expect(readHere(full, 'me', null, now)).toBeNull();
  dropHere(full, 'me', null);
});

it('throws away what is a month old or cannot be read', () => {
  const place = shelf();
  keepHere(place, 'me', 'a', { ...kept, keptAt: '2026-05-10T09:00:00+08:00' });
  expect(readHere(place, 'me', 'a', now)).toBeNull();
  place.setItem('cx-typed:me:b', '{');
  expect(readHere(place, 'me', 'b', now)).toBeNull();
});

it('of two the later counts', () => {
  const later = { ...kept, keptAt: '2026-06-14T10:00:00+08:00' };
  expect(laterKept(kept, later)).toBe(later);
  expect(laterKept(later, kept)).toBe(later);
  expect(laterKept(null, kept)).toBe(kept);
  expect(laterKept(null, null)).toBeNull();
});

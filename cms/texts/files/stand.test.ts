import { describe, expect, it } from 'vitest';
import { nameOfWords } from './file-words.ts';
import { stand } from './stand.ts';

const old = { city: '甲市', districts: ['一区', '二区', '三区'], counties: ['一县'] };
const next = { ...old, city: '乙市' };

describe('what the public reads of a file', () => {
  it('the product’s own words, before anything was ever written down', () => {
    expect(stand('region', old, null, nameOfWords(old))).toEqual({ shown: old, waits: null });
  });

  it('nothing of a file that nobody has ever said anything about', () => {
    expect(stand('region', old, null, undefined)).toEqual({ shown: null, waits: 'new' });
    expect(stand('region', next, null, nameOfWords(old))).toEqual({ shown: null, waits: 'new' });
  });

  it.each(['product', 'upgrade', 'installed', 'agreed'] as const)(
    'what it read before, however that came to be public (%s)',
    (origin) => {
      expect(stand('region', next, { words: old, origin }, nameOfWords(old))).toEqual({ shown: old, waits: 'changed' });
      expect(stand('region', old, { words: old, origin }, undefined)).toEqual({ shown: old, waits: null });
    },
  );

  it('a later version’s words, unless this city had words of its own', () => {
    for (const origin of ['product', 'upgrade'] as const)
      expect(stand('region', next, { words: old, origin }, nameOfWords(next))).toEqual({ shown: next, waits: null });
    for (const origin of ['installed', 'agreed'] as const)
      expect(stand('region', next, { words: old, origin }, nameOfWords(next))).toEqual({
        shown: old,
        waits: 'upgrade',
      });
  });

  it('less what was taken away, at once, while the rest waits', () => {
    const known = { words: old, origin: 'agreed' } as const;
    expect(stand('region', { city: '甲市', districts: ['三区', '一区'] }, known, undefined).shown).toEqual({
      city: '甲市',
      districts: ['一区', '三区'],
    });
    expect(stand('region', { city: '甲市', districts: ['一区', '三区'] }, known, undefined).waits).toBeNull();
    expect(stand('region', { city: '乙市', districts: ['一区'] }, known, undefined)).toEqual({
      shown: { city: '甲市', districts: ['一区'] },
      waits: 'changed',
    });
    // A row in place of another is no row less.
    expect(stand('region', { ...old, districts: ['一区', '四区'] }, known, undefined)).toEqual({
      shown: old,
      waits: 'changed',
    });
  });
});

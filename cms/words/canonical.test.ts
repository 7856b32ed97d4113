import { expect, it } from 'vitest';
import { canonicalJson, fingerprint } from './canonical.ts';

it('does not depend on the order of keys or on how emptiness is written', () => {
  expect(canonicalJson({ b: 1, a: { y: null, x: [] }, c: '' })).toBe('{"b":1}');
  expect(fingerprint({ a: 1, b: { c: undefined } })).toBe(fingerprint({ b: null, a: 1 }));
});

it('keeps the order of lists, false and zero', () => {
  expect(canonicalJson({ list: [2, 1], no: false, none: 0 })).toBe('{"list":[2,1],"no":false,"none":0}');
  expect(fingerprint(['a', 'b'])).not.toBe(fingerprint(['b', 'a']));
});

it('changes with a single character', () => {
  expect(fingerprint({ body: '罚款8000元' })).not.toBe(fingerprint({ body: '罚款800元' }));
});

import { expect, test } from 'vitest';
import { loadProgrammeRules } from './load-rules.ts';
import { proposalsOf, proposingYears, type Candidate } from './propose.ts';
import { occasionOf } from './testing/sample.ts';

const rules = await loadProgrammeRules(process.cwd());
const nextDays = [await occasionOf('consumer-rights-day', 2027), await occasionOf('credit-record-day', 2027)];
const candidate = (more: Partial<Candidate>): Candidate => ({
  id: '1',
  slug: '614',
  year: 2026,
  occasion: 'credit-record-day',
  state: 'confirmed',
  proposedFor: null,
  ...more,
});
const ids = (list: Candidate[]) => list.map(({ id }) => id);

test.each([
  ['2026-09-30', [2025]],
  ['2026-10-01', [2025, 2026]],
  ['2027-01-02', [2026]],
])('on %s the campaigns of %s are looked at', (today, years) => {
  expect(proposingYears(today, rules)).toEqual(years);
});

test('a confirmed campaign whose occasion has a day next year is proposed', () => {
  const { make, settled } = proposalsOf(2026, [candidate({})], nextDays, '2026-10-01');
  expect([ids(make), ids(settled)]).toEqual([['1'], []]);
});

test.each([
  ['a draft', [candidate({ state: 'draft' })]],
  ['one whose occasion has no day yet', [candidate({ occasion: 'credit-forum' })]],
  ['one that was proposed before and deleted', [candidate({ proposedFor: 2027 })]],
])('%s is not proposed', (_name, campaigns) => {
  expect(proposalsOf(2026, campaigns, nextDays, '2026-10-01').make).toEqual([]);
});

test('a day that is past by now is not proposed any more', () => {
  expect(proposalsOf(2026, [candidate({ occasion: 'consumer-rights-day' })], nextDays, '2027-03-15').make).toEqual([]);
});

test.each([
  ['of the same occasion', { slug: 'other' }],
  ['of the same name', { occasion: 'other' }],
])('a campaign %s next year settles it for good', (_name, more) => {
  const next = candidate({ id: '2', year: 2027, state: 'draft', ...more });
  const { make, settled } = proposalsOf(2026, [candidate({}), next], nextDays, '2026-10-01');
  expect([ids(make), ids(settled)]).toEqual([[], ['1']]);
});

test('what was proposed for this year does not stand in the way of next year', () => {
  expect(ids(proposalsOf(2026, [candidate({ proposedFor: 2026 })], nextDays, '2026-10-01').make)).toEqual(['1']);
});

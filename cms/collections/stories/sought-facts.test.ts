import { expect, it } from 'vitest';
import { soughtFacts } from './sought-facts.ts';

it.each<[string, Record<string, unknown>, unknown[]]>([
  [
    'a role model by name, batch, place and who recommended',
    { roleModel: { name: '示例秤匠', batch: '第十二批', place: '老街', recommendedBy: '某镇', consent: '本人同意' } },
    ['示例秤匠', '老街', '第十二批', '某镇'],
  ],
  ['a case by what happened', { caseSteps: { what: '少了一钱。', rule: { law: '某法' } } }, ['少了一钱。']],
  ['a lesson by theme and subject', { lesson: { theme: '诚信', subject: '道法', licence: 'CC BY' } }, ['诚信', '道法']],
  // Rows of older versions and of half an import.
  ['nothing without facts', {}, []],
  ['nothing of what is no row', { roleModel: '示例', lesson: 7, caseSteps: null }, []],
  ['nothing of empty facts', { roleModel: { name: '', place: null }, lesson: {} }, []],
])('finds %s', (_, story, found) => expect(soughtFacts(story)).toEqual(found));

it('finds no consent and no licence: words that many stories share, or that concern nobody', () => {
  const found = soughtFacts({ roleModel: { consent: '本人同意', recheck: '无' }, lesson: { licence: 'CC BY' } });
  expect(found).toEqual([]);
});

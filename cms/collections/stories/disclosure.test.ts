import type { Field } from 'payload';
import { describe, expect, it } from 'vitest';
import { disclosureFacts, originFields } from './disclosure.ts';
import { caseFacts, lessonFacts, roleModelFacts } from './facts.ts';

type Condition = (data: object) => boolean;
const conditionOf = (field: Field): Condition => (field.admin as { condition: Condition }).condition;
const inner = (field: Field, name: string): Field => {
  const { fields } = field as { fields: Field[] };
  return fields.find((one) => ('name' in one ? one.name === name : one.type === 'row' && name === 'verified'))!;
};
const shown = (data: object) => {
  const whole = conditionOf(disclosureFacts)(data);
  const parts = ['proof', 'consent', 'verified'].filter((name) => conditionOf(inner(disclosureFacts, name))(data));
  // What is not there as a whole shows no part.
  return whole ? parts : [];
};
const answer = (who: string, tone: string, more: object = {}) => ({ answer: { who, tone, ...more } });

describe('which proofs a form asks for', () => {
  it.each<[string, object, string[]]>([
    ['an empty form', {}, []],
    ['a text of nobody', { kind: 'knowledge', ...answer('nobody', 'neutral') }, []],
    ['a person of whom it is only told', { kind: 'activity', ...answer('person', 'neutral') }, []],
    ['somebody praised, whatever the kind', { kind: 'activity', ...answer('person', 'praise') }, ['consent']],
    ['a unit praised', { kind: 'result', ...answer('organisation', 'praise') }, ['consent']],
    ['praise of nobody in particular', { kind: 'activity', ...answer('nobody', 'praise') }, []],
    [
      'a child of whom it is only told',
      { kind: 'activity', ...answer('person', 'neutral', { minor: true }) },
      ['consent'],
    ],
    ['a child that nobody recognises', { kind: 'activity', ...answer('nobody', 'neutral', { minor: true }) }, []],
    // The nomination has the consent.
    ['a role model', { kind: 'role-model', ...answer('person', 'praise') }, []],
    ['an anonymous case', { kind: 'case', ...answer('nobody', 'negative') }, ['verified']],
    ['a case that says nothing bad', { kind: 'case', ...answer('nobody', 'neutral') }, ['verified']],
    ['a case whose question is open', { kind: 'case' }, ['verified']],
    ['a case that names somebody', { kind: 'case', ...answer('person', 'negative') }, ['proof', 'verified']],
    ['blame outside of the cases', { kind: 'activity', ...answer('organisation', 'negative') }, ['proof', 'verified']],
    ['anonymous blame outside of the cases', { kind: 'policy', ...answer('nobody', 'negative') }, ['verified']],
    // No consent opens what the law closes.
    [
      'a child that is blamed',
      { kind: 'case', ...answer('person', 'negative', { minor: true }) },
      ['proof', 'verified'],
    ],
    ['a blamed role model', { kind: 'role-model', ...answer('person', 'negative') }, ['proof', 'verified']],
    ['a case from before the question', { kind: 'case', disclosure: { named: true } }, ['proof', 'verified']],
    ['such a case, not named', { kind: 'case', disclosure: { named: false } }, ['verified']],
    ['half an answer', { kind: 'activity', answer: { who: 'person' } }, []],
    ['a case that praises somebody', { kind: 'case', ...answer('both', 'praise') }, ['consent', 'verified']],
  ])('%s', (_, data, parts) => expect(shown(data)).toEqual(parts));
});

it.each<[string, Field, string]>([
  ['a role model’s facts', roleModelFacts, 'role-model'],
  ['the steps of a case', caseFacts, 'case'],
  ['a lesson’s facts', lessonFacts, 'material'],
])('%s stand in the forms of their kind alone', (_, field, own) => {
  const kinds = ['role-model', 'case', 'material', 'knowledge', 'policy', 'activity', 'result', 'artwork', undefined];
  expect(kinds.filter((kind) => conditionOf(field)({ kind }))).toEqual([own]);
});

it('where a story was imported from stands in the forms of imported ones alone', () => {
  expect(
    [{}, { origin: {} }, { origin: { path: '' } }, { origin: { path: '旧站/1.html' } }].map((data) =>
      conditionOf(originFields)(data),
    ),
  ).toEqual([false, false, false, true]);
});

import { expect, it } from 'vitest';
import { formAnswer } from './form-answer.ts';

const answer = (who: string, tone: string, more: object = {}) => ({ who, tone, minor: false, sealed: false, ...more });
const box = (subject?: unknown, named: unknown = true) => ({ disclosure: { named, proof: { subject } } });

it.each<[string, object, object | null]>([
  ['what was answered', { answer: answer('person', 'praise') }, answer('person', 'praise')],
  [
    'what was answered, though the old box says something else',
    { answer: answer('nobody', 'neutral'), ...box('unit') },
    answer('nobody', 'neutral'),
  ],
  ['the old box, of a unit', box('unit'), answer('organisation', 'negative')],
  ['the old box, of an adult', box('adult'), answer('person', 'negative')],
  ['the old box, of a child', box('minor'), answer('person', 'negative', { minor: true })],
  ['the old box, of somebody of an age that nobody knows', box('unknown'), answer('person', 'negative')],
  // Nobody said which: then it may be either, and everything is asked for.
  ['the old box, of nobody knows whom', box(null), answer('both', 'negative')],
  ['the old box without its proof', { disclosure: { named: true, proof: null } }, answer('both', 'negative')],
  [
    'the old box beside half an answer',
    { answer: { who: 'nobody' }, ...box('unit') },
    answer('organisation', 'negative'),
  ],
  ['nothing, with the box not ticked', box('unit', false), null],
  ['nothing, with a box that only looks ticked', box('unit', 'true'), null],
  ['nothing of an empty form', {}, null],
  ['nothing of what is no form', { answer: 'person', disclosure: 'named' }, null],
])('a form says %s', (_, form, said) => expect(formAnswer(form)).toEqual(said));

it('a word that every object knows is no kind of subject', () => {
  for (const subject of ['toString', 'constructor', '__proto__'])
    expect(formAnswer(box(subject))).toMatchObject({ who: 'both', tone: 'negative' });
});

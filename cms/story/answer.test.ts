import { expect, it } from 'vitest';
import {
  blames,
  includesOrganisation,
  includesPerson,
  nothing,
  readAnswer,
  tell,
  toneLabels,
  whoLabels,
} from './answer.ts';
import type { Answer, Tone, Who } from './answer.ts';

const every: Answer[] = (Object.keys(whoLabels) as Who[]).flatMap((who) =>
  (Object.keys(toneLabels) as Tone[]).map((tone) => ({ who, tone, minor: false, sealed: false })),
);

it('a form that leaves one of the two questions open has not answered', () => {
  const open = [
    null,
    undefined,
    '',
    'person',
    7,
    [],
    {},
    { who: 'person' },
    { tone: 'praise' },
    { who: '', tone: 'praise' },
    { who: 'person', tone: null },
    { who: ['person'], tone: 'praise' },
    { who: 'toString', tone: 'praise' },
    { who: 'Person', tone: 'praise' },
  ];
  for (const value of open) expect([value, readAnswer(value)]).toEqual([value, null]);
});

it('a child or a sealed record is there only where somebody ticked it', () => {
  for (const ticked of ['true', 1, {}, null, undefined])
    expect(readAnswer({ who: 'person', tone: 'neutral', minor: ticked, sealed: ticked, extra: 'x' })).toEqual({
      who: 'person',
      tone: 'neutral',
      minor: false,
      sealed: false,
    });
  expect(readAnswer({ who: 'person', tone: 'neutral', minor: true })).toMatchObject({ minor: true, sealed: false });
  expect(readAnswer({ who: 'person', tone: 'neutral', sealed: true })).toMatchObject({ minor: false, sealed: true });
});

it('whatever was answered is read again as the same', () => {
  for (const answer of every) expect(readAnswer(structuredClone(answer))).toEqual(answer);
});

it('blame needs both: somebody who can be recognised, and something bad', () => {
  expect(every.filter(blames).map(({ who, tone }) => `${who} ${tone}`)).toEqual([
    'person negative',
    'organisation negative',
    'both negative',
  ]);
  expect(blames(nothing)).toBe(false);
});

it('nobody can be recognised exactly where neither a person nor a unit can', () => {
  for (const answer of every)
    expect([answer.who, includesPerson(answer) || includesOrganisation(answer)]).toEqual([
      answer.who,
      answer.who !== 'nobody',
    ]);
  expect(includesPerson({ who: 'organisation' })).toBe(false);
  expect(includesOrganisation({ who: 'person' })).toBe(false);
  expect(includesPerson({ who: 'both' }) && includesOrganisation({ who: 'both' })).toBe(true);
});

it('a person reads the answer in short words, with what weighs most behind', () => {
  expect(tell({ who: 'person', tone: 'negative', minor: true, sealed: true })).toBe(
    '认得出个人；贬；有未成年人；有治安处罚或封存的记录',
  );
  expect(tell(nothing)).toBe('认不出任何人和单位；不褒不贬');
});

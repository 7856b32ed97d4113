import type { Field } from 'payload';
import { z } from 'zod';
import type { Fact, Facts, Value, Values } from './fact.ts';

/** Names of the facts that a release keeps. */
type KeptName<T extends Facts> = { [Name in keyof T]: T[Name]['kept'] extends z.ZodType ? Name : never }[keyof T];
type KeptShape<T extends Facts> = { [Name in KeptName<T>]: Exclude<T[Name]['kept'], null> };

const kept = (facts: Facts): [string, Fact & { kept: z.ZodType<Value>; starter: z.ZodType<Value> }][] =>
  Object.entries(facts).flatMap(([name, fact]) =>
    fact.kept && fact.starter ? [[name, { ...fact, kept: fact.kept, starter: fact.starter }]] : [],
  );

/** The form's fields, in the order of the table. */
export const formFields = (facts: Facts, without: readonly string[] = []): Field[] =>
  Object.entries(facts).flatMap(([name, fact]) => (without.includes(name) ? [] : [fact.field(name)]));

/** What a release keeps of each, for `z.object`. */
export const keptShape = <T extends Facts>(facts: T) =>
  Object.fromEntries(kept(facts).map(([name, fact]) => [name, fact.kept])) as KeptShape<T>;

/** What a file of content/ says of each, for `z.strictObject`. */
export const starterShape = <T extends Facts>(facts: T) =>
  Object.fromEntries(kept(facts).map(([name, fact]) => [name, fact.starter])) as KeptShape<T>;

/** What a form may hold of each while somebody types, for `z.object`. */
export const typedShape = (facts: Facts): Record<string, z.ZodType<Value>> =>
  Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, fact.typed]));

/** A row's facts as the release keeps them. */
export function copyFacts<T extends Facts>(facts: T, row: object | null | undefined) {
  const from = new Map<string, unknown>(Object.entries(row ?? {}));
  return z
    .object(keptShape(facts))
    .parse(Object.fromEntries(kept(facts).map(([name, fact]) => [name, fact.copy(from.get(name))])));
}

/** The sentences of what is missing in a row. `shows` says whether there is anything to see in a value. */
export function missingFacts(
  facts: Facts,
  row: object | null | undefined,
  shows: (value: unknown) => boolean,
): string[] {
  const from = new Map<string, unknown>(Object.entries(row ?? {}));
  return Object.entries(facts).flatMap(([name, { needed }]) => (needed && !shows(from.get(name)) ? [needed] : []));
}

/** The texts that the checks read, by their names in findings; facts of one name make one text. Empty ones are among them. */
export function factTexts(facts: Facts, values: Values): [string, string][] {
  const texts = new Map<string, string[]>();
  for (const [name, { checked }] of Object.entries(facts))
    if (checked !== null) texts.set(checked, [...(texts.get(checked) ?? []), String(values[name] ?? '')]);
  return [...texts].map(([name, parts]) => [name, parts.join('\n')]);
}

/** The way from a finding's name to the first field under it: `['诚信典型地点', 'place']`. */
export function factPlaces(facts: Facts): [string, string][] {
  const places = new Map<string, string>();
  for (const [name, { checked }] of Object.entries(facts))
    if (checked !== null && !places.has(checked)) places.set(checked, name);
  return [...places];
}

/** What people are looked for in before a signing. */
export const gatedFacts = (facts: Facts, row: object | null | undefined): string[] =>
  pick(facts, row, ({ checked, gated }) => checked !== null && gated !== false);

/** What the desk's list is searched for: who it is first. */
export const searchedFacts = (facts: Facts, row: object | null | undefined): string[] =>
  pick(Object.fromEntries(leadFirst(facts)), row, ({ searched }) => searched === true);

function pick(facts: Facts, row: object | null | undefined, wanted: (fact: Fact) => boolean): string[] {
  const from = new Map<string, unknown>(Object.entries(row ?? {}));
  return Object.entries(facts).flatMap(([name, fact]) => {
    const value = wanted(fact) ? from.get(name) : null;
    return typeof value === 'string' && value ? [value] : [];
  });
}

/** What readers see beside the text: name and words, who it is first; `without`: those that a page draws itself. */
export const factRows = (facts: Facts, values: Values, without: readonly string[] = []): [string, string][] =>
  leadFirst(facts).flatMap(([name, { row, say }]): [string, string][] => {
    const words = without.includes(name) || !row ? '' : (say ? say(values) : String(values[name] ?? '')).trim();
    return row && words ? [[row, words]] : [];
  });

const leadFirst = (facts: Facts): [string, Fact][] =>
  Object.entries(facts).sort(([, a], [, b]) => Number(b.lead ?? false) - Number(a.lead ?? false));

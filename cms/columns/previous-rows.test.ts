import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { collections } from '../collections/index.ts';
import { loadChoices } from '../collections/load-choices.ts';
import { openContent } from '../content/content.ts';
import type { AnyDoor } from './door.ts';
import { doorOf } from './json-column.ts';

type Field = Parameters<typeof doorOf>[0];

function doors(fields: readonly Field[]): [name: string, door: AnyDoor][] {
  return fields.flatMap((field): [string, AnyDoor][] => {
    if (field.type === 'tabs') return field.tabs.flatMap((tab) => doors(tab.fields));
    if (field.type === 'row' || field.type === 'collapsible') return doors(field.fields);
    const door = doorOf(field);
    return door && 'name' in field ? [[field.name, door]] : [];
  });
}

/** Cut short out of databases that versions without doors had written; a column that they rarely fill, as they would. */
const kept = z
  .record(z.string(), z.array(z.unknown()).min(1))
  .parse(JSON.parse(await readFile('cms/testing/rows-before-doors.json', 'utf8')));
const columns = collections(
  await loadChoices(openContent({ root: process.cwd(), city: 'guangyuan' })),
  'nowhere',
).flatMap(({ fields, slug }) => doors(fields).map(([name, door]) => [`${slug}.${name}`, door] as const));

it('there is a row of the version before for every JSON column', () => {
  expect(columns.map(([name]) => name).filter((name) => !(name in kept))).toEqual([]);
  expect(columns.length).toBeGreaterThan(25);
});

it.each(columns)('%s: what earlier versions have stored fits', (name, door) => {
  for (const value of kept[name] ?? []) expect(door.problem(value), JSON.stringify(value)).toBeNull();
});

it.each(columns)('%s: a number, and a list of numbers, do not', (_, door) => {
  expect([5, [5], '{'].map((value) => door.problem(value) === null)).toEqual([false, false, false]);
});

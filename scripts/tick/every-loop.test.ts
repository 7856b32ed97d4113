import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { oneLine } from '../../.config/one-line.ts';
import { everyLoop } from './testing/every-loop.ts';
import { loops } from './testing/loops.ts';
import { outsideLoops } from './testing/outside-loops.ts';

/** Rooms of the minute, the night, the alarms and the site's watcher. */
const rooms = [
  'campaigns/alarms',
  'campaigns/outbox',
  'cms/checking/nightly',
  'cms/checking/reprints',
  'cms/honours',
  'cms/ops',
  'cms/publication',
  'cms/restored',
  'scripts/tick',
  'scripts/start/ops',
  'site/snapshot',
  'site/server/watch-changes.ts',
  'cms/read/changes.ts',
  'cms/read/payload/endings.ts',
  'cms/schedule/planner-source.ts',
  'cms/store/follow',
  'cms/store/recall-orders.ts',
  'cms/store/outbox-row.ts',
];
const isSource = (name: string) => name.endsWith('.ts') && !name.endsWith('.test.ts') && !name.includes('testing/');
const filesOf = (room: string) =>
  room.endsWith('.ts')
    ? [room]
    : readdirSync(room, { recursive: true, encoding: 'utf8' })
        .map((name) => `${room}/${name.replaceAll('\\', '/')}`)
        .filter(isSource);

/** True where a file does work for items one by one and one of them may fail the rest: a bulkhead, or awaiting in a loop. */
const goesThroughItems = (text: string) => {
  const flat = oneLine(text);
  return (
    /\b(?:each|readable|onItsOwn)\(/.test(flat) ||
    /for (?:await )?\((?:const|let) [^;]*? of [^;]*?\) [^;]*?\bawait\b/.test(flat) ||
    /Promise\.all\((?!\[)[^;]*?\.map\(/.test(flat)
  );
};

it('every file that goes through items is named with the test in which one of them is broken', () => {
  const found = rooms.flatMap(filesOf).filter((file) => goesThroughItems(readFileSync(file, 'utf8')));
  expect(found.filter((file) => !(file in everyLoop))).toEqual([]);
});

it('what is named is there', () => {
  const names = [...loops, ...outsideLoops].map(([name]) => name);
  for (const [file, met] of Object.entries(everyLoop)) {
    expect(existsSync(file), file).toBe(true);
    if ('loop' in met)
      expect(
        names.filter((name) => name.startsWith(met.loop)),
        file,
      ).not.toEqual([]);
    else if ('test' in met) expect(readFileSync(met.test, 'utf8'), file).toContain(met.words);
    else for (const [, path = ''] of met.without.matchAll(/`([^`]+)`/g)) expect(existsSync(path), path).toBe(true);
  }
});

it('would see one', () => {
  expect(goesThroughItems('for (const row of rows) {\n  await go(row);\n}')).toBe(true);
  expect(goesThroughItems('await Promise.all(rows.map(go));')).toBe(true);
  expect(goesThroughItems('await Promise.all(\n  rows\n    .filter(Boolean)\n    .map(go),\n);')).toBe(true);
  expect(goesThroughItems('const names = rows.map(nameOf);')).toBe(false);
});

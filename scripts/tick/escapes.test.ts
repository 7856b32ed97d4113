import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { oneLine } from '../../.config/one-line.ts';

/** Where rows are worked through by the minute, by the night, or for 今日. */
const rooms = [
  'scripts/tick',
  'scripts/compose',
  'cms/checking',
  'cms/ops',
  'cms/nominations',
  'cms/papers',
  'cms/programme',
  'cms/release',
  'cms/restored',
  'cms/gates',
  'cms/store',
  'cms/honours',
  'cms/publication',
  'cms/schedule',
  'cms/desk',
  'cms/texts',
  'campaigns/alarms',
  'campaigns/outbox',
  'site/feeds',
];
const source = (name: string) =>
  name.endsWith('.ts') && !name.endsWith('.test.ts') && !name.includes('testing/') && !name.includes('conformance');

/** Loops over an answer of the database that work on each row, in the file's order, each with what follows. */
function barelyWorked(text: string): string[] {
  const flat = oneLine(text);
  // Whatever the answer is called: `{ docs }`, `{ docs: waiting }`.
  const names = ['docs', ...[...flat.matchAll(/\{ docs: (\w+)/g)].map(([, name]) => name ?? '')].join('|');
  const loop = new RegExp(
    `for (?:await )?\\((?:const|let) [^;]{1,160}? of (?:\\w+\\.)?(?:${names})\\b(?!\\.)|\\b(?:${names})\\b(?:\\.\\w+\\([^()]*\\))*\\.(?:map|forEach|flatMap)\\(async\\b`,
    'g',
  );
  return [...flat.matchAll(loop)].map(({ 0: found, index }) => flat.slice(index, index + found.length + 40));
}

/** Loops that may be bare. */
const known: Record<string, RegExp> = {
  // Only picks rows out of an answer; what works on them are `each`.
  'cms/restored/apply-register.ts': /for \(const (row|\{ consent, id \}) of docs\)/,
  'cms/checking/memory/judged-findings.ts': /of docs\) known\.set\(/,
  // Only notes what was said; a row without a key is none of those asked for.
  'cms/checking/reprints/due.ts': /for \(const \{ key \} of docs\)/,
  // Only gathers copies by post, for a page of the calendar.
  'cms/schedule/plan.ts': /for \(const \{ postId, channel, state, progress \} of docs\)/,
  // A person's command: half a rehearsal is none.
  'scripts/compose/rehearse.ts': /for \(const post of posts\)/,
};

it('what works on rows one by one goes through `each`, so that a broken one stops none of the others', () => {
  const found = rooms.flatMap((room) =>
    readdirSync(room, { recursive: true, encoding: 'utf8' })
      .filter(source)
      .flatMap((name) => {
        const file = `${room}/${name.replaceAll('\\', '/')}`;
        return barelyWorked(readFileSync(file, 'utf8'))
          .filter((line) => !known[file]?.test(line))
          .map((line) => `${file}:${line}`);
      }),
  );
  expect(found).toEqual([]);
});

it('would see one', () => {
  expect(
    barelyWorked('const { docs: waiting } = await payload.find({});\nfor (const batch of waiting) await go(batch);'),
  ).toHaveLength(1);
  expect(barelyWorked('for (const row of found.docs) await go(row);')).toHaveLength(1);
  expect(barelyWorked('for (const {\n  id,\n  key,\n} of docs) {\n  await go(id);\n}')).toHaveLength(1);
  expect(barelyWorked('docs\n  .filter(Boolean)\n  .map(async (row) => go(row))')).toHaveLength(1);
  expect(barelyWorked('await Promise.all(docs.filter(Boolean).map(async (row) => go(row)));')).toHaveLength(1);
  expect(
    barelyWorked('const ids = docs.map(({ id }) => id); await each(docs, name, async (row) => go(row));'),
  ).toHaveLength(0);
});

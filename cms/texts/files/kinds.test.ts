import { openContent } from '../../content/content.ts';
import { glob, readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { within } from '../../../.config/patience.ts';
import { createManualClock } from '../../../campaigns/outbox/engine/manual-clock.ts';
import { createReader } from '../../read/payload-reader.ts';
import { testCms, type TestCms } from '../../testing/test-cms.ts';
import { readAllKinds, readKind } from './entries.ts';
import { publicFields, valueAt } from './file-words.ts';
import { fileKinds, kindNames, type KindName } from './kinds.ts';
import { publicFiles } from './public-files.ts';
import { takeUpFiles } from './take-up-files.ts';
import { ownContent, type OwnContent } from './testing/own-content.ts';

const shipped = openContent({ root: process.cwd(), city: 'guangyuan' });
const clock = createManualClock('2026-11-20T09:00:00+08:00');

/** Every leaf of a file, by its path; rows of a public field are one leaf. */
function leaves(data: unknown, ends: ReadonlySet<string>, path = ''): string[] {
  if (ends.has(path) || typeof data !== 'object' || data === null || Array.isArray(data)) return [path];
  return Object.entries(data).flatMap(([name, value]) => leaves(value, ends, path ? `${path}.${name}` : name));
}

describe('the table', () => {
  it.each(kindNames)("%s: every field of every file is public or the machine's, and not both", async (kind) => {
    const table = { open: publicFields(kind).map(([path]) => path), machine: Object.keys(fileKinds[kind].machine) };
    const isIn = (path: string, some: readonly string[]) =>
      some.some((one) => path === one || path.startsWith(`${one}.`));
    for (const entry of await readKind(kind, shipped)) {
      for (const path of leaves(entry.data, new Set(table.open))) {
        expect(
          [isIn(path, table.open), isIn(path, table.machine)].filter(Boolean),
          `${entry.file} ${path}`,
        ).toHaveLength(1);
      }
    }
  });

  it('what the public is given of content/ goes through the one door', async () => {
    const past: string[] = [];
    for (const pattern of [
      'cms/read/**/*.ts',
      'cms/release/**/*.ts',
      'cms/store/**/*.ts',
      'scripts/compose/dispatch.ts',
      'scripts/start/hooks/*.ts',
      'site/**/*.{ts,astro}',
    ]) {
      for await (const file of glob(pattern)) {
        // Who may pause a channel asks which channels there are.
        if (/\.test\.ts$|\/testing\/|pause-endpoints/.test(file)) continue;
        if (
          /(?:contentOf|openContent)\b.*content\/content\.ts|load-(region|list-types|channels)\.ts|loadOccasions/.test(
            await readFile(file, 'utf8'),
          ) &&
          file !== 'cms/schedule/planner-source.ts'
        )
          past.push(file);
      }
    }
    expect(past).toEqual([]);
  });
});

describe('what a reader is given of marked files', () => {
  let cms: TestCms;
  let content: OwnContent;
  /** Marker → the file and field that it stands in. */
  const marks = new Map<string, { file: string; path: string }>();

  /** Puts a mark of its own into every text of a file that its strict loader lets stand. */
  async function mark(file: string): Promise<void> {
    const before = await content.read(file);
    const paths = leavesOf(before);
    for (const path of paths) {
      const value = valueAt(before, path);
      if (typeof value !== 'string') continue;
      const text = `标${String(marks.size).padStart(4, '0')}`;
      await content.set(file, path, text);
      const now = (await readAllKinds(content.content)).find((entry) => entry.file === file);
      if (now && valueAt(now.data, path) !== text) {
        await content.set(file, path, value);
        continue;
      }
      marks.set(text, { file, path });
    }
  }
  const leavesOf = (data: unknown, path = ''): string[] =>
    typeof data === 'object' && data !== null
      ? Object.entries(data).flatMap(([name, value]) => leavesOf(value, path ? `${path}.${name}` : name))
      : [path];

  beforeAll(async () => {
    content = await ownContent();
    cms = await testCms(content);
    // Read whole once: what a strict loader does not take afterwards changes nothing.
    await readAllKinds(content.content);
    // One of each kind, as rich as there is, and whatever else lies in content/.
    const rich: Record<KindName, string[]> = {
      region: ['content/region/guangyuan.yaml'],
      lists: ['content/lists/wage-arrears.yaml'],
      occasions: ['content/occasions/tax-month.yaml', 'content/occasions/spring-festival.yaml'],
      channels: ['content/channels/press.yaml', 'content/channels/community.yaml', 'content/channels/wechat.yaml'],
      media: [],
    };
    for (const file of Object.values(rich).flat()) await mark(file);
    await takeUpFiles(cms.payload, clock);
  }, within(120_000));
  afterAll(async () => {
    await content.close();
    await cms.close();
  });

  it('holds no text of them but those of the table, and all of those', async () => {
    const reader = createReader({ payload: cms.payload, clock, demo: true, siteUrl: 'http://localhost' });
    const years = await Promise.all([2026, 2027].map((year) => reader.year(year)));
    const given = JSON.stringify([
      await reader.region(),
      await reader.listTypes(),
      years,
      await reader.columns(),
      await reader.campaigns(2026),
      await reader.notices(),
      await reader.materialFeed(null),
      (await reader.calendarIcs()).replaceAll(/\r\n /g, ''),
    ]);
    const found = [...marks].filter(([text]) => given.includes(text)).map(([, at]) => at);
    const kindOf = (file: string) => file.split('/')[1] as KindName;
    const isPublic = ({ file, path }: { file: string; path: string }) =>
      publicFields(kindOf(file)).some(([field]) => path === field || path.startsWith(`${field}.`));
    expect(found.filter((at) => !isPublic(at))).toEqual([]);
    expect(found.length).toBeGreaterThan(30);
    // Letters and sheets are made of these.
    const letters = JSON.stringify([
      await publicFiles(cms.payload).channels(),
      await publicFiles(cms.payload).region(),
    ]);
    const missing = [...marks].filter(([text, at]) => isPublic(at) && !given.includes(text) && !letters.includes(text));
    expect(missing).toEqual([]);
  });
});

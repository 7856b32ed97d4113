import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { accountSchema } from '../../campaigns/channels/accounts.ts';
import { lexiconSchema } from '../checks/lexicon/lexicon.ts';
import { campaignSchema } from './campaign-schema.ts';
import { columnSchema } from './column-schema.ts';
import { ContentError } from './content-error.ts';
import { listFiles, stem } from './list-files.ts';
import { materialSchema } from './material-schema.ts';
import { parseContent } from './parse-content.ts';
import { readMarkdown } from './read-markdown.ts';
import { readYaml } from './read-yaml.ts';
import { recallTermsSchema } from './recall-schema.ts';
import { regionSchema } from './region-schema.ts';
import { reviewTermsSchema } from './review-schema.ts';
import { storySchema } from './story-schema.ts';

type Path = (string | number)[];
const root = process.cwd();
const yaml = (file: string) => readYaml(root, file);
const text = async (file: string) => {
  const { body, front } = await readMarkdown(root, file);
  return { ...(front as object), slug: stem(file), body };
};
const kinds: [
  name: string,
  schema: z.ZodType,
  files: () => Promise<string[]>,
  read: (file: string) => Promise<unknown>,
][] = [
  ['columns', columnSchema, () => listFiles(root, 'content/columns', '.yaml'), yaml],
  ['channels', accountSchema, () => listFiles(root, 'content/channels', '.yaml'), yaml],
  ['campaigns', campaignSchema, () => listFiles(root, 'content/campaigns', '.yaml'), yaml],
  ['region', regionSchema, () => listFiles(root, 'content/region', '.yaml'), yaml],
  ['lexicons', lexiconSchema, () => listFiles(root, 'content/lexicons', '.yaml'), yaml],
  ['recall', recallTermsSchema, async () => ['content/recall.yaml'], yaml],
  ['review', reviewTermsSchema, async () => ['content/review.yaml'], yaml],
  ['stories', storySchema, () => listFiles(root, 'content/stories', '.md'), text],
  ['materials', materialSchema, () => listFiles(root, 'content/materials', '.md'), text],
];
const wrong: unknown[] = [
  null,
  '',
  ' ',
  '长'.repeat(3_000),
  '一\n二',
  'x',
  '2026-13-45',
  '25:61',
  12_345,
  -1,
  1.5,
  1e99,
  Number.NaN,
  true,
  [],
  [null],
  ['', ''],
  {},
  { x: 1 },
  new Date(0),
];

/** Every place in a value, of lists the first and the last alone. */
function places(value: unknown, at: Path = []): Path[] {
  const inner = Array.isArray(value)
    ? [...new Set([0, value.length - 1])].filter((i) => i >= 0).map((i) => [value[i], i] as const)
    : value !== null && typeof value === 'object'
      ? Object.entries(value).map(([key, one]) => [one, key] as const)
      : [];
  return [at, ...inner.flatMap(([one, key]) => places(one, [...at, key]))];
}
function changed(
  value: unknown,
  [key, ...rest]: Path,
  change: (holder: Record<string | number, unknown>, key: string | number) => void,
): unknown {
  const copy = structuredClone(value) as Record<string | number, unknown>;
  let holder = copy;
  let last = key;
  for (const next of rest) [holder, last] = [holder[last ?? ''] as Record<string | number, unknown>, next];
  change(holder, last ?? '');
  return copy;
}
/** What the person who wrote the file is told; null: the file is all right. */
function told(schema: z.ZodType, value: unknown, file: string): string | null {
  try {
    parseContent(schema, value, file);
    return null;
  } catch (error) {
    expect(error).toBeInstanceOf(ContentError);
    return (error as ContentError).message;
  }
}
/** The words of a library that slipped through, or of code. */
const foreign =
  /\b(?:invalid|expected|received|too (?:small|big)|must|unrecognized|undefined|NaN|object Object|required)\b|要写成(?:string|number|int|boolean|array|object|record|map|set|date|tuple|nan)\b/i;

describe.each(kinds)('content of %s', (_, schema, files, read) => {
  it('whatever is wrong in a file, one Chinese sentence names the file and the field, and says nothing in another language', async () => {
    let refused = 0;
    for (const file of (await files()).slice(0, 3)) {
      const value = await read(file);
      expect(told(schema, value, file)).toBeNull();
      for (const path of places(value).slice(0, 80)) {
        const versions =
          path.length === 0
            ? wrong
            : [
                ...wrong.map((bad) => changed(value, path, (holder, key) => void (holder[key] = bad))),
                changed(value, path, (holder, key) =>
                  Array.isArray(holder) ? holder.splice(Number(key), 1) : delete holder[key],
                ),
                ...(typeof path.at(-1) === 'string'
                  ? [
                      changed(value, path, (holder, key) => {
                        holder[`${key}x`] = holder[key];
                        delete holder[key];
                      }),
                    ]
                  : []),
              ];
        for (const version of versions) {
          const sentence = told(schema, version, file);
          if (sentence === null) continue;
          refused += 1;
          expect(sentence.startsWith(`${file}：`), sentence).toBe(true);
          expect(sentence.slice(file.length + 1), sentence).toMatch(
            /^(?:字段“[^”]+”|文件)[^\n]*[\u4e00-\u9fff][^\n]*。$/u,
          );
          expect(sentence, sentence).not.toMatch(foreign);
          expect(sentence.length, sentence).toBeLessThan(400);
          // One sentence.
          expect(sentence.replace(/“[^”]*”/g, '').match(/。/g), sentence).toHaveLength(1);
        }
      }
    }
    expect(refused).toBeGreaterThan(50);
  });

  it('a field that nobody knows is named, with the place where it stands', async () => {
    const [file = ''] = await files();
    const value = await read(file);
    for (const path of places(value)
      .filter((one) => one.length > 0)
      .slice(0, 40)) {
      const holder = path
        .slice(0, -1)
        .reduce<unknown>((one, key) => (one as Record<string | number, unknown>)[key], value);
      if (Array.isArray(holder)) continue;
      const sentence = told(
        schema,
        changed(value, path, (inner) => void (inner.misspelt = 1)),
        file,
      );
      if (sentence !== null) expect(sentence).toContain('misspelt');
    }
  });
});

describe('a file itself', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'content-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  const refusal = async (
    name: string,
    bytes: string | Uint8Array,
    read: (root: string, file: string) => Promise<unknown>,
  ): Promise<string> => {
    await writeFile(join(folder, name), bytes);
    const error: unknown = await read(folder, name)
      .then((value) => parseContent(columnSchema, value, name))
      .catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ContentError);
    return (error as ContentError).message;
  };

  it.each([
    ['an open bracket', 'a: ['],
    ['a tab', 'a:\n\tb: 1'],
    ['the same field twice', 'a: 1\na: 2'],
    ['an open quote', 'a: "x'],
    ['two documents', 'a: 1\n---\nb: 2'],
    ['an unknown anchor', 'a: *nowhere'],
    ['nothing', ''],
    ['a line alone', '只有一行字'],
    ['binary', new Uint8Array([0, 255, 254, 1, 2])],
    [
      'an alias bomb',
      `a: &a [1,1,1,1,1,1,1,1,1,1]\n${Array.from({ length: 12 }, (_, i) => `${'bcdefghijklm'[i]}: &${'bcdefghijklm'[i]} [${Array.from({ length: 10 }, () => `*${'abcdefghijkl'[i]}`).join(', ')}]`).join('\n')}`,
    ],
  ])('YAML with %s is refused in one sentence', async (_, bytes) => {
    expect(await refusal('a.yaml', bytes, readYaml)).toMatch(/^a\.yaml：[^\n]*[\u4e00-\u9fff][^\n]*。$/u);
  });

  it.each([
    ['no front', '正文'],
    ['a front that nobody closed', '---\na: 1\n正文'],
    ['no text', '---\na: 1\n---\n \n'],
    ['a broken front', '---\na: [\n---\n正文'],
  ])('a text with %s is refused in one sentence', async (_, bytes) => {
    expect(await refusal('a.md', bytes, readMarkdown)).toMatch(/^a\.md：[^\n]*[\u4e00-\u9fff][^\n]*。$/u);
  });

  it('is found where it lies; a name that would be overlooked is told', async () => {
    await writeFile(join(folder, 'b.yml'), 'a: 1');
    await expect(listFiles(folder, '.', '.yaml')).rejects.toThrow('文件名要以 .yaml 结尾');
    await rm(join(folder, 'b.yml'));
    await writeFile(join(folder, '.hidden.yaml'), 'a: 1');
    expect((await listFiles(folder, '.', '.yaml')).map(stem)).toEqual(['a']);
    expect(await listFiles(folder, 'nowhere', '.yaml')).toEqual([]);
    await expect(readYaml(folder, 'nowhere.yaml')).rejects.toThrow('nowhere.yaml：没有这个文件');
  });
});

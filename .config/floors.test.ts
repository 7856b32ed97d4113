import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { Linter } from 'eslint';
import ts from 'typescript';
import tseslint from 'typescript-eslint';
import { describe, expect, it } from 'vitest';
import { floorRule, floors, isTest, misuse } from './floors.mjs';

const root = resolve(import.meta.dirname, '..');

/** Every use of one file by another, as the compiler reads it: imports, types, dynamic imports; and workers by their URL. */
function uses(room: string): [from: string, to: string][] {
  const files = readdirSync(join(root, room), { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.(?:tsx?|astro)$/.test(file) && !/(?:^|\/)(?:node_modules|\.next)\/|next-env\.d\.ts$/.test(file),
  );
  return files.flatMap((file) => {
    const path = join(root, room, file);
    const text = readFileSync(path, 'utf8');
    const code = file.endsWith('.astro') ? (/^---\n([\s\S]*?)\n---/.exec(text)?.[1] ?? '') : text;
    const named = [
      ...ts.preProcessFile(code, true, true).importedFiles.map(({ fileName }) => fileName),
      ...Array.from(code.matchAll(/new URL\('(\.[^']+)', import\.meta\.url\)/g), ([, url = '']) => url),
    ];
    return named
      .filter((name) => name.startsWith('.'))
      .map((name): [string, string] => [join(room, file), relative(root, resolve(dirname(path), name))]);
  });
}

const folderOf = (path: string): string => path.split('/')[1] ?? '';

describe('the floors of cms', () => {
  const inside = uses('cms');

  it('are all there, each once', () => {
    const there = new Set(
      inside
        .flatMap(([from, to]) => [from, to])
        .filter((path) => path.startsWith('cms/') && !isTest(path))
        .map(folderOf),
    );
    expect([...there].filter((folder) => !floors.includes(folder))).toEqual([]);
    expect(new Set(floors).size).toBe(floors.length);
    expect(inside.length).toBeGreaterThan(2000);
  });

  it('no arrow goes up, dynamic ones and workers included', () => {
    expect(inside.flatMap(([from, to]) => misuse(from, to) ?? [])).toEqual([]);
  });

  it('no circle between folders, whatever the list says', () => {
    const below = new Map<string, Set<string>>();
    for (const [from, to] of inside) {
      if (isTest(from) || !to.startsWith('cms/') || folderOf(from) === folderOf(to)) continue;
      below.set(folderOf(from), (below.get(folderOf(from)) ?? new Set()).add(folderOf(to)));
    }
    const reaches = (folder: string, seen = new Set<string>()): Set<string> => {
      for (const next of below.get(folder) ?? []) if (!seen.has(next)) reaches(next, seen.add(next));
      return seen;
    };
    expect([...below.keys()].filter((folder) => reaches(folder).has(folder))).toEqual([]);
  });

  it('the public site reaches cms/read alone', () => {
    expect(uses('site').flatMap(([from, to]) => misuse(from, to) ?? [])).toEqual([]);
  });
});

describe('the lint', () => {
  const linter = new Linter({ cwd: root });
  const said = (file: string, code: string) =>
    linter
      .verify(
        code,
        [
          {
            files: ['**/*.ts'],
            languageOptions: { parser: tseslint.parser as Linter.Parser },
            plugins: { house: { rules: { floors: floorRule } } },
            rules: { 'house/floors': 'error' },
          },
        ],
        { filename: join(root, file) },
      )
      .map(({ message }) => message);

  it.each([
    ['an import', "import { x } from '../admin/x.ts';"],
    ['a type', "import type { X } from '../admin/x.ts';"],
    ['handed on', "export * from '../admin/x.ts';"],
    ['dynamic', "const x = await import('../admin/x.ts');"],
    ['a type in place', "type X = import('../admin/x.ts').X;"],
    ['a worker', "const x = new URL('../admin/run-x.ts', import.meta.url);"],
    ['a folder without a floor', "import { x } from '../nowhere/x.ts';"],
    ['what is for tests', "import { x } from '../testing/people.ts';"],
  ])('refuses %s', (_, code) => {
    expect(said('cms/checks/x.ts', code)).toHaveLength(1);
  });

  it('lets through what goes down, its own folder, tests and packages', () => {
    expect(
      said(
        'cms/admin/x.ts',
        "import { y } from '../checks/y.ts'; import { z } from './z.ts'; import { join } from 'node:path'; import { c } from '../../campaigns/c.ts';",
      ),
    ).toEqual([]);
    expect(said('cms/checks/x.test.ts', "import { x } from '../admin/x.ts';")).toEqual([]);
    expect(said('scripts/x.ts', "import { x } from '../cms/admin/x.ts';")).toEqual([]);
    expect(said('site/x.ts', "import { x } from '../cms/read/x.ts';")).toEqual([]);
    expect(said('site/x.ts', "import { x } from '../cms/story/x.ts';")).toHaveLength(1);
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { declaredQuery } from './declared-query.ts';

it.each([
  ['/', '?x=1', ''],
  ['/', '?d=abc&utm_source=wx', ''],
  ['/s/12/', '?page=2', ''],
  ['/', '', ''],
  ['/', '?', ''],
  ['/search/', '?q=%E4%BF%A1%E7%94%A8&x=9', '?q=%E4%BF%A1%E7%94%A8'],
  ['/search', '?page=2&q=a', '?q=a&page=2'],
  [
    '/teach/',
    '?stage=%E5%88%9D%E4%B8%AD&stage=%E9%AB%98%E4%B8%AD&theme=x&y=z',
    '?stage=%E5%88%9D%E4%B8%AD&stage=%E9%AB%98%E4%B8%AD&theme=x',
  ],
  ['/api/materials.json', '?since=2026-06-14T09:00:00%2B08:00&nocache=1', '?since=2026-06-14T09%3A00%3A00%2B08%3A00'],
  ['/api/materials.json/', '?x', ''],
])('%s%s is read as %s', (path, search, query) => {
  expect(declaredQuery(path, search)).toBe(query);
});

it('a flood of values is cut to what a form can hold', () => {
  expect(new URLSearchParams(declaredQuery('/teach/', `?${'stage=x&'.repeat(1_000)}`)).getAll('stage')).toHaveLength(
    40,
  );
});

it('every page that reads a query is declared', () => {
  const pages = join(process.cwd(), 'site/pages');
  const reading = readdirSync(pages, { recursive: true, encoding: 'utf8' })
    .filter(
      (file) =>
        /\.(astro|ts)$/.test(file) && /searchParams|url\.search\b/.test(readFileSync(join(pages, file), 'utf8')),
    )
    .map((file) => `/${file.replace(/(?:\/index)?\.(?:astro|ts)$/, '')}`);
  expect(reading.length).toBeGreaterThan(0);
  expect(reading.filter((path) => declaredQuery(path, '?q=a&page=1&stage=a&theme=a&since=a') === '')).toEqual([]);
});

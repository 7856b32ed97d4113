import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/** Who reads a data file without keeping it, and why. */
const allowed: Record<string, string> = {
  'cms/content/read-yaml.ts': 'the reader itself',
  'cms/content/load-campaigns.ts': 'files that only make rows: `seed` reads them once',
};

const files = globSync('{campaigns,cms,site,scripts}/**/*.ts').filter(
  (file) => !/\.next\/|\.test\.ts$|(?:^|\/)testing\//.test(file),
);
const reads = files.filter((file) => /\breadYaml\(/.test(readFileSync(file, 'utf8')));

it('a file of content/ is read through lastGood: once, again only when it was touched, and never kept when it was broken', () => {
  expect(reads.length).toBeGreaterThan(8);
  expect(reads.filter((file) => !(file in allowed) && !readFileSync(file, 'utf8').includes('lastGood('))).toEqual([]);
});

it('nobody keeps what a loader gave beside it', () => {
  // A promise or value at the top of a module would go on with what was read first, or with its error.
  const kept = files.filter((file) =>
    /^(?:let|const) \w+(?:: [^=\n]+)? =\s+(?:await )?load[A-Z]\w*\(|\?\?=\s+load[A-Z]\w*\(/m.test(
      readFileSync(file, 'utf8'),
    ),
  );
  expect(kept.filter((file) => !/^scripts\/(?:bench|e2e|screens|faults)\//.test(file))).toEqual([]);
});

it('lets no file pass that does not read', () => {
  for (const file of Object.keys(allowed)) expect(reads, file).toContain(file);
});

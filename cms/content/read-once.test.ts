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
  expect(reads.length).toBeGreaterThan(5);
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

/** Who opens `content/`, and for whom. */
const opens: Record<string, string> = {
  'cms/content/content.ts': 'the door itself',
  'cms/config.ts': 'once for each CMS, which hands it on',
  'cms/starter/shipped.ts': 'looks at every city of the product',
  'scripts/settings/own-content.ts': 'commands that open no CMS',
};

it('content/ is one object that is handed on: nobody else decides where its files lie or which city is meant', () => {
  const readers = files.filter(
    (file) => /\/load-[a-z-]+\.ts$/.test(file) && /\blastGood\(|loadNamed\(|loadOne\(/.test(readFileSync(file, 'utf8')),
  );
  const names = readers.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/^export (?:const|(?:async )?function) (load\w+)/gm)].map(
      ([, name]) => name,
    ),
  );
  expect(names).toEqual(
    expect.arrayContaining(['loadRegion', 'loadOccasions', 'loadWorkdays', 'loadChannels', 'loadGatePolicy']),
  );
  const calls = new RegExp(`\\b(?:${names.join('|')}|openContent)\\(`);
  const callers = files.filter(
    (file) => calls.test(readFileSync(file, 'utf8')) && !/^scripts\/(?:bench|screens)\//.test(file),
  );
  expect(callers.filter((file) => !(file in opens) && !/\/load-[a-z-]+\.ts$/.test(file))).toEqual([]);
  for (const file of Object.keys(opens)) expect(callers, file).toContain(file);
  // With a folder that is taken for granted a caller would be back where he was.
  expect(readers.filter((file) => /process\.cwd\(\)/.test(readFileSync(file, 'utf8')))).toEqual([]);
});

it('lets no file pass that does not read', () => {
  for (const file of Object.keys(allowed)) expect(reads, file).toContain(file);
});

import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';

/** G27: no personal score, no rank of citizens, schools or units, no likes that count. */
const scoring = /\b(?:score|scores|rank|ranking|rating|points|stars|likes|leaderboard|积分|评分|排名)\??:/i;

it('there is no score and no list of names in what is stored and in what the pages are given', async () => {
  for (const file of [
    'cms/payload-types.ts',
    'cms/read/nouns.ts',
    'cms/read/material.ts',
    'cms/read/campaign.ts',
    'cms/read/nouns.ts',
  ]) {
    expect([file, scoring.exec((await readFile(file, 'utf8')).replace(/\/\*[\s\S]*?\*\//g, ''))?.[0]]).toEqual([
      file,
      undefined,
    ]);
  }
  // A list is explained and linked; it has no rows.
  expect((await readFile('cms/read/nouns.ts', 'utf8')).replace(/\/\*[\s\S]*?\*\//g, '')).not.toMatch(
    /\b(?:rows|entries|items|persons|subjects)\b/,
  );
});

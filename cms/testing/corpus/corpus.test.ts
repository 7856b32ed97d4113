import { beforeAll, describe, expect, it } from 'vitest';
import { checkTexts } from '../../checks/check-texts.ts';
import type { Finding } from '../../checks/finding.ts';
import { indexLexicons, type LexiconIndex } from '../../checks/lexicon/index-lexicons.ts';
import { loadLexicons } from '../../content/load-lexicons.ts';
import { disguises, scatter } from './disguises.ts';
import { createFiction } from './fiction.ts';
import { negatives } from './negatives.ts';
import { positives } from './positives.ts';

let lexicons: LexiconIndex;
beforeAll(async () => {
  lexicons = indexLexicons(await loadLexicons(process.cwd()));
});
const check = (text: string): Finding[] => checkTexts([{ field: '正文', text }], { lexicons });

describe('the corpus', () => {
  const wanted = positives(createFiction(20_261_121));
  const silent = [1, 2].flatMap((seed) => negatives(createFiction(seed)));

  it('holds at least 300 texts of either kind', () => {
    expect(wanted.length).toBeGreaterThanOrEqual(300);
    expect(new Set(silent).size).toBeGreaterThanOrEqual(300);
  });

  it('misses nothing', () => {
    const missed = wanted.filter(
      ({ text, rule, level }) => !check(text).some((f) => f.rule.startsWith(rule) && (!level || f.level === level)),
    );
    expect(missed).toEqual([]);
  });

  it('gives at most one false alarm in a hundred', () => {
    const alarms = [...new Set(silent)].flatMap((text) =>
      check(text).map(({ rule, text: shown }) => ({ text, rule, shown })),
    );
    expect(alarms.slice(0, 20)).toEqual([]);
  });

  it('shows no number it has found', () => {
    const shown = wanted.flatMap(({ text }) =>
      check(text).flatMap(({ at, text: excerpt, mend }) => [at, excerpt, mend]),
    );
    expect(shown.filter((text) => /\p{Nd}(?:[^\p{L}\p{N}]{0,2}\p{Nd}){6}/u.test(text.normalize('NFKC')))).toEqual([]);
  });
});

describe('an ID among random separators and tags', () => {
  it.each(Array.from({ length: 20 }, (_, seed) => seed))('is always found (seed %i)', (seed) => {
    const fiction = createFiction(seed);
    for (let n = 0; n < 100; n += 1) {
      const text = `证号：${scatter(fiction.id(), fiction.random)}。`;
      expect(check(text).map(({ rule, level }) => `${rule} ${level} ${text}`)).toContain(
        `personal-data/citizen-id block ${text}`,
      );
    }
  });

  it.each(Object.keys(disguises))('is found as %s', (name) => {
    const fiction = createFiction(7);
    for (const x of [false, true]) {
      const text = disguises[name]?.(fiction.id(undefined, x)) ?? '';
      expect(check(text)).toEqual([expect.objectContaining({ rule: 'personal-data/citizen-id', level: 'block' })]);
    }
  });
});

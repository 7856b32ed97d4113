import { beforeAll, describe, expect, it } from 'vitest';
import { checkTexts } from '../../checks/check-texts.ts';
import { indexLexicons, type LexiconIndex } from '../../checks/lexicon/index-lexicons.ts';
import { loadLexicons } from '../../content/load-lexicons.ts';
import { readBlind } from './blind.ts';
import { createFiction } from './fiction.ts';
import { forms } from './forms.ts';
import { innocenceLaw, minorsLaw, sealedLaw } from './people-law.ts';
import { positives } from './positives.ts';
import { falseAlarms, recallRates, type Recall } from './rates.ts';

const share = ({ found, of }: Recall): number => found / of;
let lexicons: LexiconIndex;
beforeAll(async () => {
  lexicons = indexLexicons(await loadLexicons(process.cwd()));
});
const rulesOf = (text: string) => checkTexts([{ field: '正文', text }], { lexicons }).map(({ rule }) => rule);

describe('the blind corpus', () => {
  it('holds 200 texts that tell something and 400 harmless ones, in ten forms, half of them unknown to the rules', () => {
    const all = readBlind();
    expect(new Set(all.map(({ form }) => form))).toEqual(new Set(Object.keys(forms)));
    expect(all.filter(({ kinds }) => !kinds.includes('none')).length).toBeGreaterThanOrEqual(200);
    expect(all.filter(({ kinds }) => kinds.includes('none')).length).toBeGreaterThanOrEqual(400);
    expect(all.filter(({ half }) => half === 'unknown').length / all.length).toBeCloseTo(0.5, 1);
  });

  it('is found as far as it was when the rules were made: the known half, and the one they have not seen', () => {
    const [known, unknown] = (['known', 'unknown'] as const).map((half) => recallRates(half, { lexicons }));
    expect(share(known?.others ?? { found: 0, of: 1 })).toBe(1);
    expect(share(unknown?.others ?? { found: 0, of: 1 })).toBeGreaterThanOrEqual(0.92);
    expect(share(known?.blame ?? { found: 0, of: 1 })).toBeGreaterThanOrEqual(0.94);
    expect(share(unknown?.blame ?? { found: 0, of: 1 })).toBeGreaterThanOrEqual(0.7);
  });
});

it('finds every valid ID, and 98 of 100 of the other kinds over all corpora', () => {
  const fiction = createFiction(44);
  const ids = Array.from(
    { length: 500 },
    (_, i) => `当事人情况（证件 ${fiction.id(undefined, i % 11 === 0)}），住示例县。`,
  );
  expect(ids.filter((text) => !rulesOf(text).includes('personal-data/citizen-id'))).toEqual([]);
  const others = positives(createFiction(45));
  const laws = [
    ['minor/', minorsLaw],
    ['sealed/', sealedLaw],
    ['innocence/', innocenceLaw],
  ] as const;
  const inForms = laws.flatMap(([rule, { found }]) =>
    found.flatMap((sentence) => Object.values(forms).map((write) => ({ text: write(sentence), rule }))),
  );
  const all = [...others, ...inForms];
  const blind = (['known', 'unknown'] as const).map((half) => recallRates(half, { lexicons }).others);
  const found =
    all.filter(({ rule, text }) => rulesOf(text).some((one) => one.startsWith(rule))).length +
    blind.reduce((sum, rate) => sum + rate.found, 0);
  expect(found / (all.length + blind.reduce((sum, rate) => sum + rate.of, 0))).toBeGreaterThanOrEqual(0.98);
});

it('gives at most one false alarm in two hundred of three thousand harmless texts', async () => {
  const { of, texts } = await falseAlarms({ lexicons });
  expect(of).toBeGreaterThanOrEqual(3000);
  expect(texts.length / of).toBeLessThanOrEqual(0.005);
});

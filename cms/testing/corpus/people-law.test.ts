import { describe, expect, it } from 'vitest';
import { checkTexts } from '../../checks/check-texts.ts';
import { forms } from './forms.ts';
import { innocenceLaw, minorsLaw, sealedLaw } from './people-law.ts';

const rulesIn = (text: string) => checkTexts([{ field: '正文', text }]).map(({ rule, level }) => `${rule} ${level}`);
const laws = { 'minor/': minorsLaw, 'sealed/': sealedLaw, 'innocence/': innocenceLaw };
const inForms = (sentences: readonly string[]) =>
  sentences.flatMap((s) => Object.entries(forms).map(([form, write]) => ({ form, text: write(s) })));

describe.each(Object.entries(laws))('%s', (rule, { found, silent }) => {
  it('has at least forty texts of either kind, in ten forms', () => {
    expect(Object.keys(forms)).toHaveLength(10);
    expect(inForms(found).length).toBeGreaterThanOrEqual(40);
    expect(inForms(silent).length).toBeGreaterThanOrEqual(40);
  });

  it('is found in every form', () => {
    expect(
      inForms(found).filter(({ text }) => !rulesIn(text).some((r) => r.startsWith(rule) && r.endsWith('block'))),
    ).toEqual([]);
  });

  it('is silent on what may be said', () => {
    expect(
      inForms(silent)
        .filter(({ text }) => rulesIn(text).some((r) => /^(?:minor|sealed|innocence)\//.test(r)))
        .map(({ text }) => `${text} → ${rulesIn(text).join()}`),
    ).toEqual([]);
  });
});

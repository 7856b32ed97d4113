import { checkDigitOf, hasArea, hasIdShape, isCitizenId, isOldId, mayBeId } from './citizen-id.ts';
import { isCreditCode } from './credit-code.ts';
import { beginsGroup, endsGroup, isSolid, type DigitRun } from './digit-runs.ts';
import { isOneNumber } from './one-number.ts';
import { passesLuhn } from './luhn.ts';
import { dots } from '../fold/dots.ts';
import type { LabelsOf } from './labels.ts';
import { maskId } from './mask.ts';
import { isNamed, type Match } from './match.ts';

const idWords = /身份证|证件号|公民身份|居住证|居民证|身份号|证号|ID\s*(?:号|card|no)/i;
/** Between the digits of a number that a person has typed in groups. */
const tight = new RegExp(`^[\\s\\-.${dots}]{0,3}$`);

/**
 * Citizen IDs and residence permits. A number that fits area, date and check digit blocks wherever it stands; with a wrong
 * check digit it must stand alone to be taken for a mistyped ID (law.md §1.3).
 */
export function findIds(text: string, runs: readonly DigitRun[], labels: LabelsOf): Match[] {
  return runs.flatMap((run) => [
    ...valid(text, run, labels),
    ...mistyped(text, run, labels),
    ...old(text, run, labels),
  ]);
}

function* valid(text: string, run: DigitRun, labels: LabelsOf): Generator<Match> {
  const { digits, at } = run;
  for (let k = 0; k + 18 <= digits.length; k += 1) {
    if (!mayBeId(digits, k)) continue;
    const end = k + 17;
    if (!isSolid(run, k, end) && !(beginsGroup(run, k) && endsGroup(run, end))) continue;
    const id = digits.slice(k, k + 18);
    if (!/^\d{17}[\dX]$/.test(id) || !isCitizenId(id)) continue;
    if (!isOneNumber(text, run, k, end) && !isNamed(text, at[k] ?? 0, idWords, labels)) continue;
    yield { ...idFinding(id), from: at[k] ?? 0, to: (at[end] ?? 0) + 1 };
    k = end;
  }
}

function idFinding(id: string): Pick<Match, 'rule' | 'level' | 'text' | 'mend'> {
  const permit = id.startsWith('8')
    ? '港澳台居民居住证号码'
    : id.startsWith('9')
      ? '外国人永久居留身份证号码'
      : '公民身份号码';
  const rule = /^[89]/.test(id) ? 'personal-data/residence-permit' : 'personal-data/citizen-id';
  return {
    rule,
    level: 'block',
    text: maskId(id),
    mend: `这是一个真实有效格式的${permit}，公开会泄露个人信息：请删去；确需区分同名的人，用年龄、执行法院和案号。`,
  };
}

function* mistyped(text: string, run: DigitRun, labels: LabelsOf): Generator<Match> {
  for (const { from, to } of groups(text, run, 18)) {
    const id = run.digits.slice(from, to + 1);
    if (!/^\d{17}[\dX]$/.test(id) || !hasIdShape(id) || checkDigitOf(id) === id[17] || isCreditCode(id)) continue;
    if (passesLuhn(id) && !isNamed(text, run.at[from] ?? 0, idWords, labels)) continue;
    yield {
      rule: 'personal-data/citizen-id-mistyped',
      level: 'warn',
      text: maskId(id),
      from: run.at[from] ?? 0,
      to: (run.at[to] ?? 0) + 1,
      mend: '很像身份证号码，只是校验位不对；抄错一位的号码同样会泄露个人信息：请核对后删去。',
    };
  }
}

function* old(text: string, run: DigitRun, labels: LabelsOf): Generator<Match> {
  for (const { from, to, solid } of groups(text, run, 15)) {
    const id = run.digits.slice(from, to + 1);
    const start = run.at[from] ?? 0;
    if (!isOldId(id)) continue;
    const named = isNamed(text, start, idWords, labels);
    if (!solid && !named) continue;
    yield {
      rule: 'personal-data/citizen-id-15',
      level: named ? 'block' : 'warn',
      text: maskId(id),
      from: start,
      to: (run.at[to] ?? 0) + 1,
      mend: '这是15位的老身份证号码的写法，可以推出新号码：请核对，确是证件号码就删去。',
    };
  }
}

/** Numbers of exactly `size` digits that stand alone: solid, or in groups typed with blanks, hyphens or dots. */
function* groups(text: string, run: DigitRun, size: number): Generator<{ from: number; to: number; solid: boolean }> {
  const { at, digits } = run;
  for (let k = 0; k + size <= digits.length; k += 1) {
    const to = k + size - 1;
    if (!beginsGroup(run, k) || !endsGroup(run, to) || !hasArea(digits.slice(k, k + 3))) continue;
    if (touchesWord(text, at[k] ?? 0, (at[to] ?? 0) + 1)) continue;
    if (isSolid(run, k, to)) yield { from: k, to, solid: true };
    else if (standsAlone(text, run, k, to) && isTight(text, run, k, to)) yield { from: k, to, solid: false };
  }
}

/** Part of a file name, a hash or a decimal fraction, not a number of its own. */
const touchesWord = (text: string, from: number, to: number) =>
  /[A-Za-z0-9]$|\d\.$/.test(text.slice(Math.max(0, from - 2), from)) || /^[A-Za-z]/.test(text.slice(to, to + 1));

function isTight(text: string, { at }: DigitRun, from: number, to: number): boolean {
  for (let k = from; k < to; k += 1) if (!tight.test(text.slice((at[k] ?? 0) + 1, at[k + 1]))) return false;
  return true;
}

/** In groups, it must be all there is: otherwise any list of numbers holds one. */
function standsAlone(text: string, { at, digits }: DigitRun, from: number, to: number): boolean {
  const before = from === 0 || !tight.test(text.slice((at[from - 1] ?? 0) + 1, at[from]));
  const after = to === digits.length - 1 || !tight.test(text.slice((at[to] ?? 0) + 1, at[to + 1]));
  return before && after;
}

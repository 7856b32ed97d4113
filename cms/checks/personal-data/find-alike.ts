import { alikeRuns } from './alike-runs.ts';
import { isCitizenId, isOldId } from './citizen-id.ts';
import { isCreditCode } from './credit-code.ts';
import { beginsGroup, endsGroup } from './digit-runs.ts';
import type { LabelsOf } from './labels.ts';
import { maskAfter, maskId } from './mask.ts';
import { isNamed, isNamedBefore, type Match } from './match.ts';

const idWords = /身份证|证件号|公民身份|居住证|居民证|身份号|证号/;
const called = /电话|手机|联系|致电|来电|短信|微信/;
/** What no code of goods has: letters that only a tired or a careful hand puts between digits. */
const onlyRound = /^[0-9OoΟοОоlIi \-.·]+$/;

/**
 * Numbers with letters in place of digits (5l08O2…). The check digit of an ID makes a chance hit rare, so it counts wherever
 * it stands; the old number and a mobile number have none and must be named, or hold nothing but O and l.
 */
export function findAlike(text: string, labels: LabelsOf, officeNumbers: ReadonlySet<string>): Match[] {
  return alikeRuns(text).flatMap((run) => {
    const found: Match[] = [];
    for (let k = 0; k < run.digits.length; k += 1) {
      if (!beginsGroup(run, k)) continue;
      for (const size of [18, 15, 11]) {
        const last = k + size - 1;
        if (last >= run.digits.length || !endsGroup(run, last)) continue;
        const [from, to] = [run.at[k] ?? 0, (run.at[last] ?? 0) + 1];
        const match = read(run.digits.slice(k, last + 1), text, from, to, labels, officeNumbers);
        if (!match) continue;
        found.push(match);
        k = last;
        break;
      }
    }
    return found;
  });
}

function read(
  digits: string,
  text: string,
  from: number,
  to: number,
  labels: LabelsOf,
  officeNumbers: ReadonlySet<string>,
): Match | null {
  const typed = text.slice(from, to);
  // Without a letter in it, others look at it.
  if (!/\p{L}/u.test(typed.slice(0, -1)) && !/[^0-9Xx]$/.test(typed)) return null;
  if (digits.length === 18)
    return isCitizenId(digits) && !isCreditCode(typed.toUpperCase())
      ? { rule: 'personal-data/citizen-id', level: 'block', from, to, text: maskId(digits), mend: mendId }
      : null;
  if (digits.length === 15)
    return isOldId(digits) && isNamed(text, from, idWords, labels)
      ? { rule: 'personal-data/citizen-id-15', level: 'block', from, to, text: maskId(digits), mend: mendId }
      : null;
  return /^1[3-9]\d{9}$/.test(digits) &&
    !officeNumbers.has(digits) &&
    (onlyRound.test(typed) || isNamedBefore(text, from, called, 10))
    ? { rule: 'personal-data/phone', level: 'warn', from, to, text: maskAfter(digits, 3), mend: mendPhone }
    : null;
}

const mendId = '用字母代替数字写的身份证号码（如O代0、l代1）同样会泄露个人信息：请删去。';
const mendPhone = '用字母代替数字写的手机号码：个人的请删去，单位对外公开的请改用座机，或登记为单位号码。';

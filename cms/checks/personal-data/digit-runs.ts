/** Digits that a reader may take for one number: `digits[k]` stands at `at[k]` of the folded text. */
export interface DigitRun {
  /** 0–9, and X as the last one. */
  digits: string;
  at: number[];
}

/** Between two digits of one number; more is a table or a list, and 40 blanks hide nothing from a reader. */
const widestGap = 60;
const checkLetters = new Set('XxХхΧχ×✕✖⨉');

const isDigit = (code: number) => code >= 48 && code <= 57;
/** Letters of any script and the ends of sentences part two numbers; every other sign may have been put between. */
const parts = /[\p{L}。；！？;!?]/u;

/** Every run of digits, however they are separated. One pass, linear. */
export function digitRuns(text: string): DigitRun[] {
  const runs: DigitRun[] = [];
  let digits: string[] = [];
  let at: number[] = [];
  let gap = 0;
  const end = () => {
    if (digits.length > 0) runs.push({ digits: digits.join(''), at });
    digits = [];
    at = [];
    gap = 0;
  };
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (isDigit(code)) {
      digits.push(text[i] ?? '');
      at.push(i);
      gap = 0;
    } else if (digits.length > 0) {
      const char = text[i] ?? '';
      if (digits.length >= 17 && checkLetters.has(char) && !/[\p{L}\d]/u.test(nextOf(text, i))) {
        digits.push('X');
        at.push(i);
        end();
      } else if ((gap += 1) > widestGap || parts.test(char)) end();
    }
  }
  end();
  return runs;
}

/** What follows the check letter, unless it is Chinese: `…123X的` is the end of a number, `…123XY` is not. */
function nextOf(text: string, i: number): string {
  const next = text[i + 1] ?? '';
  return next.charCodeAt(0) > 0x2e7f ? '' : next;
}

/** Whether digit k has no digit right before it; likewise for the end. */
export const beginsGroup = ({ at }: DigitRun, k: number): boolean => k === 0 || (at[k] ?? 0) - (at[k - 1] ?? 0) > 1;
export const endsGroup = ({ at, digits }: DigitRun, k: number): boolean =>
  k === digits.length - 1 || digits[k] === 'X' || (at[k + 1] ?? 0) - (at[k] ?? 0) > 1;
export const isSolid = ({ at }: DigitRun, from: number, to: number): boolean =>
  (at[to] ?? 0) - (at[from] ?? 0) === to - from;

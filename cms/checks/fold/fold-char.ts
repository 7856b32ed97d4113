import { simplifiedPoint } from '../../../campaigns/characters/simplified.ts';
import { radicalAs } from './radicals.ts';

const invisible = /^[\p{Cf}\p{Mn}\p{Me}\u115f\u1160\u3164\uffa0]$/u;
/** NFKC would make them ASCII; rules about sentences are written with the Chinese ones. */
const chinesePunctuation = new Set([...'，：；！？（）']);
const cache = new Map<number, string>();

/** One code point as it is compared: '' when nobody can see it, a digit of any script as 0–9, a radical as the character that looks like it, else its NFKC form. */
export function foldChar(point: number): string {
  const known = cache.get(point);
  if (known !== undefined) return known;
  const folded = fresh(String.fromCodePoint(point), point);
  if (cache.size < 20_000) cache.set(point, folded);
  return folded;
}

function fresh(char: string, point: number): string {
  if (chinesePunctuation.has(char)) return char;
  if (invisible.test(char)) return '';
  if (point === 0x0b || point === 0x0c || point === 0x85 || point === 0x2028 || point === 0x2029) return '\n';
  const plain = circled(point) ?? radicalAs(char) ?? beyond(point) ?? char.normalize('NFKC');
  if (/^\p{Nd}$/u.test(plain) && !/[0-9]/.test(plain)) return String(digitValue(plain.codePointAt(0) ?? 0));
  // NFKC of an ideographic or no-break space is a space; of a dotted or bracketed digit the digit with its mark.
  return plain.replace(/\s/g, ' ');
}

/** A traditional character beyond the first plane; those of the first are read in the whole text (`fold.ts`). */
const beyond = (point: number): string | undefined => {
  const simple = point > 0xffff ? simplifiedPoint(point) : undefined;
  return simple === String.fromCodePoint(point) ? undefined : simple;
};

/** Where the 0 of such digits would stand: ❶, ➀ and ➊, ⓵; NFKC knows only the white ones. */
const circledZeros = [0x2775, 0x277f, 0x2789, 0x24f4];
/** A digit in a black, a double or a sans-serif circle. */
function circled(point: number): string | undefined {
  if (point === 0x24ff || point === 0x1f10b || point === 0x1f10c) return '0';
  const zero = circledZeros.find((one) => point > one && point - one < 10);
  return zero === undefined ? undefined : String(point - zero);
}

/** Decimal digits stand in blocks of ten in the order of their value. */
function digitValue(point: number): number {
  let zero = point;
  while (point - zero < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return point - zero;
}

import { isDoubtful, settled } from './doubtful.ts';
import { simplifiedTable } from './simplified-table.ts';

/** As far from a traditional character a doubtful one is read as traditional too. */
const near = 12;
/** Units that are put together at once. */
const piece = 8_192;

/**
 * A text as it would stand in simplified characters, to be read and compared, never to be shown: of the same length, each
 * character at its place. A text without a traditional one comes back as it is. What lies beyond the first plane stays
 * (`simplifiedPoint`). Linear.
 */
export function simplified(text: string): string {
  const places = traditionalPlaces(text);
  if (places.length === 0) return text;
  const { units } = simplifiedTable();
  const codes = new Uint16Array(text.length);
  for (let i = 0; i < text.length; i += 1) codes[i] = text.charCodeAt(i);
  let read = 0;
  for (const at of places) {
    for (let i = Math.max(read, at - near); i <= Math.min(text.length - 1, at + near); i += 1)
      if (isDoubtful(text[i] ?? '')) codes[i] = settled(text, i).charCodeAt(0);
    read = at + near + 1;
    codes[at] = units[text.charCodeAt(at)] ?? 0;
  }
  let whole = '';
  for (let i = 0; i < codes.length; i += piece) whole += String.fromCharCode(...codes.subarray(i, i + piece));
  return whole;
}

/** Where characters stand that no simplified text has, in order. */
export function traditionalPlaces(text: string): number[] {
  const { units } = simplifiedTable();
  const places: number[] = [];
  for (let i = 0; i < text.length; i += 1) if (units[text.charCodeAt(i)] !== 0) places.push(i);
  return places;
}

/** The same of one code point, also of one beyond the first plane; itself where it is no traditional one. */
export function simplifiedPoint(point: number): string {
  const { points, units } = simplifiedTable();
  const unit = point < 0x10000 ? units[point] : 0;
  return unit ? String.fromCharCode(unit) : (points.get(point) ?? String.fromCodePoint(point));
}

import { breakUnits, endsClause } from './break-units.ts';

/** Width of a line of text, in the unit of the line's room. */
export type Measure = (text: string) => number;

/** A piece wider than the line (a long address) is cut anywhere. */
function fitting(pieces: string[], room: number, measure: Measure): string[] {
  return pieces.flatMap((piece) => {
    if (measure(piece.trimEnd()) <= room) return [piece];
    const parts = [''];
    for (const char of piece) {
      if (parts.at(-1) !== '' && measure(parts.at(-1) + char) > room) parts.push('');
      parts[parts.length - 1] += char;
    }
    return parts;
  });
}

/**
 * Running text as lines: as many pieces on each as there is room for; no last line of a single character.
 * @param room width of the line, in the unit of `measure`
 */
export function breakLines(text: string, room: number, measure: Measure): string[] {
  return text.split('\n').flatMap((part) => {
    const lines: string[][] = [[]];
    for (const piece of fitting(breakUnits(part.trim()), room, measure)) {
      const line = lines.at(-1) ?? [];
      if (line.length > 0 && measure([...line, piece].join('').trimEnd()) > room) lines.push([piece]);
      else line.push(piece);
    }
    const [before, last] = [lines.at(-2), lines.at(-1)];
    if (before && before.length > 2 && last?.length === 1 && [...(last[0] ?? '')].length <= 2)
      last.unshift(before.pop() ?? '');
    return lines.map((line) => line.join('').trimEnd());
  });
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** Positions in a text at which a word ends. */
function wordEnds(text: string): Set<number> {
  return new Set([...segmenter.segment(text)].map(({ index, segment }) => index + segment.length));
}

/**
 * A title as lines: as few as possible, of like length, broken after a clause where it can be, else between words
 * (look.md §3). One line more is taken when a word would otherwise be torn.
 */
export function breakTitle(text: string, room: number, measure: Measure): string[] {
  const pieces = fitting(breakUnits(text.trim()), room, measure);
  const fewest = breakLines(text, room, measure).length;
  const ends = wordEnds(text.trim());
  const first = best(pieces, fewest, room, measure, ends);
  const second = first === null || first.cost >= torn ? best(pieces, fewest + 1, room, measure, ends) : null;
  const chosen = second && (!first || second.cost < first.cost) ? second : first;
  return chosen?.lines ?? breakLines(text, room, measure);
}

// One torn word outweighs any raggedness; leaving a clause costs about as much as a line that is more than half empty.
const torn = 5;
const insideClause = 0.35;

interface Setting {
  cost: number;
  lines: string[];
}

function best(pieces: string[], count: number, room: number, measure: Measure, ends: Set<number>): Setting | null {
  const offsets = pieces.reduce<number[]>((all, piece) => [...all, (all.at(-1) ?? 0) + piece.length], [0]);
  const known = new Map<string, Setting | null>();
  const from = (start: number, left: number): Setting | null => {
    const key = `${start}:${left}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    let found: Setting | null = null;
    for (let end = left === 1 ? pieces.length : start + 1; end <= pieces.length - left + 1; end += 1) {
      const line = pieces.slice(start, end).join('').trimEnd();
      const width = measure(line);
      if (width > room) break;
      const rest = left === 1 ? { cost: 0, lines: [] } : from(end, left - 1);
      if (!rest) continue;
      const seam = left === 1 || endsClause(line) ? 0 : ends.has(offsets[end] ?? 0) ? insideClause : torn;
      const cost = ((room - width) / room) ** 2 + seam + rest.cost;
      if (!found || cost < found.cost) found = { cost, lines: [line, ...rest.lines] };
    }
    known.set(key, found);
    return found;
  };
  return pieces.length < count ? null : from(0, count);
}

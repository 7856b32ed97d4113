/** With which characters a match of an expression may begin; null when with any. */
export function firstChars(source: string): ReadonlySet<string> | null {
  const found = new Set<string>();
  return sequence(source, 0, found) === 'any' ? null : found;
}

type Ends = 'any' | 'empty' | 'filled';

/** Walks the alternatives of `source` from `at`; knows what word lists are made of: literals, groups, classes, looks around, counts. */
function sequence(source: string, at: number, found: Set<string>): Ends {
  const ends = alternatives(source.slice(at)).map((one) => alternative(one, found));
  return ends.includes('any') ? 'any' : ends.includes('empty') ? 'empty' : 'filled';
}

function alternative(source: string, found: Set<string>): Ends {
  for (let i = 0; i < source.length; ) {
    const size = atomSize(source, i);
    const atom = source.slice(i, i + size);
    const count = /^(?:[?*+]|\{(\d+)(?:,\d*)?\})\??/.exec(source.slice(i + size));
    i += size + (count?.[0].length ?? 0);
    if (/^(?:[$^]|\(\?(?:<?[!=]))/.test(atom)) continue;
    const ends = first(atom, found);
    if (ends === 'any') return 'any';
    const mayBeAbsent = ends === 'empty' || (count !== null && (/^[?*]/.test(count[0]) || count[1] === '0'));
    if (!mayBeAbsent) return 'filled';
  }
  return 'empty';
}

function first(atom: string, found: Set<string>): Ends {
  if (atom.startsWith('(?:')) return sequence(atom.slice(3, -1), 0, found);
  if (atom.startsWith('[^') || atom.startsWith('\\') || /^\[.*(?:\\|.-.)/u.test(atom)) return 'any';
  for (const char of atom.startsWith('[') ? atom.slice(1, -1) : atom) found.add(char);
  return 'filled';
}

function alternatives(source: string): string[] {
  const found: string[] = [];
  let from = 0;
  for (let i = 0; i < source.length; i += atomSize(source, i)) {
    if (source[i] !== '|') continue;
    found.push(source.slice(from, i));
    from = i + 1;
  }
  return [...found, source.slice(from)];
}

/** One literal, class, escape or whole group. */
function atomSize(source: string, at: number): number {
  if (source[at] === '\\') return /^\\p\{\w+(?:=\w+)?\}/.exec(source.slice(at))?.[0].length ?? 2;
  if (source[at] === '[') return source.indexOf(']', at) - at + 1;
  if (source[at] !== '(') return 1;
  let i = at + 1;
  while (source[i] !== ')') i += atomSize(source, i);
  return i - at + 1;
}

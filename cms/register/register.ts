import { randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { gapsIn, lineOf, readLine, type Entry, type EntryKind, type Line } from './entry.ts';
import { createHeads } from './heads.ts';

export interface Register {
  /** The last word on a thing, or null when nothing was ever entered. */
  last(kind: EntryKind, key: string): Entry | null;
  /** The last word on every thing of a kind. */
  all(kind: EntryKind): Entry[];
  /** Enters it on the disk before it returns, in every folder that can be written; the same twice is entered once. Never throws: what must end ends. */
  add(entry: Entry): void;
  /** As `add`, for many at once. */
  addAll(entries: readonly Entry[]): void;
  /** A name for all that has been entered so far: the same in every process that has read the same lines. */
  head(): string;
  /** The last word on every thing of which a line came after that head; null when no such head is known, so that everything must be looked at. */
  after(head: string | null): Entry[] | null;
  /** The last word on each of some things, line by line from `from`, and where to go on; 0 after the last line. */
  some(from: number, size: number): { entries: Entry[]; next: number };
  /** What is wrong with the files, as sentences; empty when nothing. */
  troubles(): string[];
}

export interface RegisterPlace {
  /** The first is this installation's own; what another holds more is taken over. */
  folders: readonly string[];
  complain: (message: string) => void;
}

const fileIn = (folder: string): string => join(/* turbopackIgnore: true */ folder, 'entries.jsonl');
const same = (a: Entry, b: Entry): boolean =>
  JSON.stringify(Object.entries(a.facts).sort()) === JSON.stringify(Object.entries(b.facts).sort());

/**
 * The register of what has been ended, in files beside the database: a backup does not hold it and a restore does not
 * touch it. Lines are only ever appended. Several processes share one file; each sees the others' lines.
 */
export function createRegister({ complain, folders }: RegisterPlace): Register {
  const writer = randomUUID().slice(0, 8);
  const lines = new Map<string, Line>();
  const latest = new Map<EntryKind, Map<string, Entry>>();
  const heads = createHeads();
  const sizes = new Map<string, number>();
  const held = new Map<string, Set<string>>();
  let bad = 0;
  let before: Line | null = null;
  const told = new Set<string>();

  const once = (message: string) => {
    if (!told.has(message)) complain(message);
    told.add(message);
  };
  const ofKind = (kind: EntryKind) => latest.get(kind) ?? latest.set(kind, new Map()).get(kind)!;
  function take(line: Line): void {
    if (!lines.has(line.hash)) heads.add(line);
    lines.set(line.hash, line);
    const own = ofKind(line.kind);
    const known = own.get(line.key);
    if (!known || known.at <= line.at)
      own.set(line.key, { kind: line.kind, key: line.key, at: line.at, facts: line.facts });
  }
  const lastWords = (some: readonly Line[]): Entry[] => [
    ...new Set(some.flatMap(({ key, kind }) => ofKind(kind).get(key) ?? [])),
  ];
  function append(folder: string, more: readonly Line[]): void {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const file = openSync(fileIn(folder), 'a+', 0o600);
    try {
      // A line that a crash has cut short stays by itself.
      const text = readEnd(folder);
      // One write: lines of several processes never mix.
      writeSync(
        file,
        (text === '' || text.endsWith('\n') ? '' : '\n') + more.map((line) => `${JSON.stringify(line)}\n`).join(''),
      );
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    for (const { hash } of more) holds(folder).add(hash);
  }
  const holds = (folder: string) => held.get(folder) ?? held.set(folder, new Set()).get(folder)!;
  const readEnd = (folder: string): string => {
    const text = readFileSync(fileIn(folder), 'utf8');
    return text.slice(-1);
  };
  /** Reads what has come since, and brings every folder to the same. Cheap when nothing has: one look at each file's size. */
  function refresh(): void {
    for (const folder of folders) {
      try {
        const { size } = statSync(fileIn(folder), { throwIfNoEntry: false }) ?? { size: 0 };
        if (size === (sizes.get(folder) ?? 0)) continue;
        sizes.set(folder, size);
        held.set(folder, new Set());
        for (const text of readFileSync(fileIn(folder), 'utf8').split('\n')) {
          if (text.trim() === '') continue;
          const line = readLine(text);
          if (!line) bad += 1;
          else {
            holds(folder).add(line.hash);
            take(line);
          }
        }
      } catch (error) {
        once(
          `撤回登记 ${folder} 读不出来（${(error as Error).message}）：请检查磁盘和权限；恢复旧备份以前一定要先修好它。`,
        );
      }
    }
    for (const folder of folders) {
      if (holds(folder).size === lines.size) continue;
      const missing = [...lines.values()].filter(({ hash }) => !holds(folder).has(hash));
      if (missing.length > 0) write(folder, missing);
    }
  }
  function write(folder: string, more: readonly Line[]): void {
    try {
      append(folder, more);
      sizes.set(folder, statSync(fileIn(folder)).size);
    } catch (error) {
      once(
        `撤回登记写不进 ${folder}（${(error as Error).message}）。该撤的照样撤了，写得进时自动补登；请尽快检查磁盘。`,
      );
    }
  }

  function addAll(entries: readonly Entry[]): void {
    refresh();
    const more: Line[] = [];
    for (const entry of entries) {
      const known = ofKind(entry.kind).get(entry.key);
      if (known && (same(known, entry) || known.at > entry.at)) continue;
      const line = lineOf(entry, writer, before);
      before = line;
      take(line);
      more.push(line);
    }
    if (more.length > 0) for (const folder of folders) write(folder, more);
  }

  return {
    last(kind, key) {
      refresh();
      return ofKind(kind).get(key) ?? null;
    },
    all(kind) {
      refresh();
      return [...ofKind(kind).values()];
    },
    add: (entry) => addAll([entry]),
    addAll,
    head() {
      refresh();
      return heads.now();
    },
    after(head) {
      refresh();
      const more = head === null ? null : heads.after(head);
      return more && lastWords(more);
    },
    some(from, size) {
      refresh();
      const some = heads.lines(from, size);
      return { entries: lastWords(some), next: some.length < size ? 0 : from + size };
    },
    troubles() {
      refresh();
      const gaps = gapsIn([...lines.values()]);
      return [
        ...(bad > 0 ? [`撤回登记里有${bad}行看不懂（断电写了一半，或被改过）：其余照常有效。`] : []),
        ...(gaps.length > 0
          ? [`撤回登记少了${gaps.length}处（${gaps.slice(0, 3).join('、')}）：有人删过行，请查明。`]
          : []),
      ];
    },
  };
}

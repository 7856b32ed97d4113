import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** A keyed table of an emulator; reads come from memory, every write is on disk before it returns. */
export interface Table<T> {
  get(key: string): T | null;
  set(key: string, value: T): void;
  delete(key: string): void;
  /** In order of first insertion. */
  entries(): [string, T][];
  values(): T[];
}

interface Line {
  table: string;
  key: string;
  value: unknown;
}

/**
 * State of an emulator as append-only JSON lines, so that a kill at any moment loses at most the line being written.
 * Without a file it lives in memory.
 */
export class Journal {
  readonly #file: string | undefined;
  readonly #tables = new Map<string, Map<string, unknown>>();

  constructor(file?: string) {
    this.#file = file;
    if (!file) return;
    mkdirSync(dirname(file), { recursive: true });
    if (existsSync(file)) this.#load(readFileSync(file, 'utf8'));
    // A torn last line must not swallow the next one.
    if (existsSync(file)) appendFileSync(file, '\n');
  }

  /** @typeParam T must match what earlier versions wrote under this name */
  table<T>(name: string): Table<T> {
    const rows = this.#rows(name) as Map<string, T>;
    return {
      get: (key) => rows.get(key) ?? null,
      set: (key, value) => {
        rows.set(key, value);
        this.#append({ table: name, key, value });
      },
      delete: (key) => {
        if (rows.delete(key)) this.#append({ table: name, key, value: null });
      },
      entries: () => [...rows],
      values: () => [...rows.values()],
    };
  }

  #rows(name: string): Map<string, unknown> {
    const rows = this.#tables.get(name) ?? new Map<string, unknown>();
    this.#tables.set(name, rows);
    return rows;
  }

  #append(line: Line): void {
    if (this.#file) appendFileSync(this.#file, JSON.stringify(line) + '\n');
  }

  #load(text: string): void {
    for (const raw of text.split('\n')) {
      if (!raw) continue;
      let line: Line;
      try {
        line = JSON.parse(raw) as Line;
      } catch {
        continue;
      }
      if (line.value === null) this.#rows(line.table).delete(line.key);
      else this.#rows(line.table).set(line.key, line.value);
    }
  }
}

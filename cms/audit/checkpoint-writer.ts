import { closeSync, fsyncSync, mkdirSync, openSync, writeSync } from 'node:fs';
import type { Clock } from '../../campaigns/ports/clock.ts';
import { instantText } from '../../campaigns/calendar/civil-day.ts';
import { checkpointFile, signCheckpoint } from './checkpoint.ts';
import { keyName } from './key.ts';
import type { AuditRow } from './row.ts';

/** The longest that a row may stand without a checkpoint; what was cut off within it is the one thing nobody can tell. */
const batchMs = 1000;
const againMs = 60_000;
/** So many rows do not wait for it. */
const batchRows = 100;

export interface CheckpointWriter {
  note(row: Pick<AuditRow, 'seq' | 'hash'>): void;
  /** Writes what is waiting, at once. Never throws: a full disk must not stop the desk; it is told and tried again. */
  flush(): void;
}

export interface CheckpointPlace {
  /** Folders to write to, most trusted last. */
  folders: string[];
  /** Asked when the first line is written: an installation that records nothing gets no key. */
  key: () => Buffer;
  clock: Clock;
  complain: (message: string) => void;
}

/** Appends the newest row's fingerprint to files outside the database, at the latest a second after it was written. */
export function createCheckpointWriter({ folders, key, clock, complain }: CheckpointPlace): CheckpointWriter {
  let waiting: Pick<AuditRow, 'seq' | 'hash'> | null = null;
  let rows = 0;
  let timer: NodeJS.Timeout | null = null;
  let told = false;

  const later = () => {
    // Must not keep a finished command alive: whoever ends flushes.
    timer ??= setTimeout(flush, told ? againMs : batchMs).unref();
  };
  const flush = () => {
    if (timer) clearTimeout(timer);
    timer = null;
    if (!waiting) return;
    const { seq, hash } = waiting;
    try {
      const line = signCheckpoint(key(), { seq, hash, at: instantText(clock.now()), rows: seq, key: keyName(key()) });
      for (const folder of folders) append(folder, `${JSON.stringify(line)}\n`);
      waiting = null;
      rows = 0;
      told = false;
    } catch (error) {
      if (!told)
        complain(
          `审计检查点写不进去（${(error as Error).message}）。记录本身没有丢，写得进时自动补上；请尽快检查磁盘。`,
        );
      told = true;
      later();
    }
  };
  return {
    note(row) {
      if (waiting && waiting.seq > row.seq) return;
      waiting = { seq: row.seq, hash: row.hash };
      rows += 1;
      if (rows % batchRows === 0) return flush();
      later();
    },
    flush,
  };
}

function append(folder: string, line: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = openSync(checkpointFile(folder), 'a', 0o600);
  try {
    // One write of one short line: lines of several processes never mix.
    writeSync(file, line);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

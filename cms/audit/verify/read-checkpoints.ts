import { createReadStream, existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { checkpointFile, checkpointSchema, type Checkpoint } from '../checkpoint.ts';
import type { CheckpointLine } from './line-problem.ts';

/** The lines of every checkpoint file that there is, one after another; null when there is none. */
export function readCheckpoints(folders: readonly string[]): AsyncIterable<CheckpointLine> | null {
  const files = folders.map(checkpointFile).filter((file) => existsSync(file));
  return files.length === 0 ? null : linesOf(files);
}

async function* linesOf(files: readonly string[]): AsyncIterable<CheckpointLine> {
  for (const file of files) {
    let line = 0;
    for await (const text of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
      line += 1;
      if (text !== '') yield { file, line, said: parse(text) };
    }
  }
}

function parse(text: string): Checkpoint | null {
  try {
    return checkpointSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

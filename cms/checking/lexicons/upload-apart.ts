import { ContentError } from '../../../campaigns/calendar/content-error.ts';
import type { Lexicon } from '../../checks/lexicon/lexicon.ts';
import { readApart } from '../../foreign/read-apart.ts';
import { ForeignRefused } from '../../foreign/refused.ts';
import { uploadJob } from './upload-job.ts';

/** `readUpload` in the process apart. @throws ContentError with one Chinese sentence, whatever the bytes are or do */
export async function uploadApart(bytes: Uint8Array, file: string, head: Record<string, unknown>): Promise<Lexicon> {
  try {
    const done = await readApart(uploadJob, { bytes, file, head });
    if ('lexicon' in done) return done.lexicon;
    throw new ContentError(done.file, done.refused);
  } catch (error) {
    throw error instanceof ForeignRefused ? new ContentError(file, error.message, { cause: error }) : error;
  }
}

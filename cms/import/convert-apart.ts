import { readApart } from '../foreign/read-apart.ts';
import { ForeignRefused } from '../foreign/refused.ts';
import { convertJob } from './convert-job.ts';
import { ImportRefused, type OldStory } from './old-story.ts';

/** `convert` in the process apart. @throws ImportRefused with one Chinese sentence, whatever the bytes are or do */
export async function convertApart(name: string, bytes: Uint8Array): Promise<OldStory> {
  try {
    const done = await readApart(convertJob, { name, bytes });
    if ('story' in done) return done.story;
    throw new ImportRefused(done.refused);
  } catch (error) {
    throw error instanceof ForeignRefused ? new ImportRefused(error.message, { cause: error }) : error;
  }
}

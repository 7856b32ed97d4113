import { answering } from '../foreign/job.ts';
import { convert } from './convert.ts';
import { convertJob } from './convert-job.ts';
import { ImportRefused } from './old-story.ts';

export default answering(convertJob, async ({ bytes, name }) => {
  try {
    return { story: await convert(name, bytes) };
  } catch (error) {
    if (error instanceof ImportRefused) return { refused: error.message };
    throw error;
  }
});

import { answering } from '../foreign/job.ts';
import { leanSharp } from '../media/lean-sharp.ts';
import { PictureRefused } from '../media/refused.ts';
import { inspectPaper } from './inspect-paper.ts';
import { paperJob } from './paper-job.ts';

leanSharp();

export default answering(paperJob, async ({ bytes }) => {
  try {
    return await inspectPaper(bytes);
  } catch (error) {
    if (error instanceof PictureRefused) return { refused: error.message };
    throw error;
  }
});

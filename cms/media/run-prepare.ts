import { answering } from '../foreign/job.ts';
import { cleanPicture } from './clean.ts';
import { inspectPicture } from './inspect.ts';
import { leanSharp } from './lean-sharp.ts';
import { preparePicture } from './picture-jobs.ts';
import { PictureRefused } from './refused.ts';

leanSharp();

export default answering(preparePicture, async ({ bytes, minSide }) => {
  try {
    return await cleanPicture(bytes, await inspectPicture(bytes, minSide));
  } catch (error) {
    if (error instanceof PictureRefused) return { refused: error.message };
    throw error;
  }
});

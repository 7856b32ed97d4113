import { ContentError } from '../../../campaigns/calendar/content-error.ts';
import { answering } from '../../foreign/job.ts';
import { readUpload } from './read-upload.ts';
import { uploadJob } from './upload-job.ts';

export default answering(uploadJob, ({ bytes, file, head }) => {
  try {
    return { lexicon: readUpload(bytes, file, head) };
  } catch (error) {
    if (error instanceof ContentError) return { file: error.file, refused: error.message.slice(error.file.length + 1) };
    throw error;
  }
});

import { answering } from '../foreign/job.ts';
import { leanSharp } from './lean-sharp.ts';
import { renderPicture } from './picture-jobs.ts';
import { renderAll } from './renditions.ts';

leanSharp();

export default answering(renderPicture, renderAll);

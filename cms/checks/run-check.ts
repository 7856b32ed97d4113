import { answering } from '../foreign/job.ts';
import { checkHere } from './check-here.ts';
import { checkJob } from './check-job.ts';

export default answering(checkJob, ({ bytes, options, path }) => checkHere(path, bytes, options));

import { buildConfig } from 'payload';
import { buildCmsConfig } from './config.ts';
import { readEnv } from './env.ts';

/** What Next and the Payload command line load; everything else asks `getCms()`. */
export default buildConfig(await buildCmsConfig(readEnv()));

import { join } from 'node:path';

/** Where picture files lie; shared by all processes of a deployment. */
export const mediaFolder = (dataDir: string): string => join(dataDir, 'media');

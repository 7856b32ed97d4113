import type { Logger } from 'pino';

/** The log as one JSON object a line. */
export declare function openLog(write: (line: string) => void): Logger;

import { environment } from './environment.ts';

/** The folder in which somebody typed the command: file names on the command line mean it, while everything runs in the repository root. */
export const callerFolder = (): string => environment().CALLED_FROM ?? process.cwd();

/** One Chinese line for whoever runs the scheduler. */
export type Log = (line: string) => void;

export const silent: Log = () => undefined;

/** What went wrong, in the words of the error itself. */
export const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error));

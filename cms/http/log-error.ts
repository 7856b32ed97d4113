/** What a refusal leaves in the log is one line: nobody has to look for a fault in the program. */
export function logError(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) };
  const status = 'status' in error && typeof error.status === 'number' ? error.status : null;
  const short = { type: error.name, message: error.message, ...(status === null ? {} : { status }) };
  if (status !== null && status >= 400 && status < 500) return short;
  return {
    ...short,
    ...('code' in error ? { code: error.code } : {}),
    stack: error.stack,
    ...(error.cause === undefined ? {} : { cause: logError(error.cause) }),
  };
}

/** Exit codes of `chengxin`: what a calling script may rely on. */
export const exitCodes = { ok: 0, failed: 1, usage: 2, environment: 3 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** Something a person can mend. Its message is one Chinese sentence; it is shown without a stack. */
export class Failure extends Error {
  readonly exitCode: ExitCode;

  constructor(message: string, exitCode: ExitCode = exitCodes.failed, options?: ErrorOptions) {
    super(message, options);
    this.name = 'Failure';
    this.exitCode = exitCode;
  }
}

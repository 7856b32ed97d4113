/** What is asked cannot be done: the status and the sentence of the answer. Thrown by what an endpoint calls, answered by `staffEndpoint`. */
export class HttpError extends Error {
  override readonly name = 'HttpError';
  readonly status: number;

  /** @param message one Chinese sentence: what, and how to mend it */
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/**
 * A file of `content/` that cannot be used. `message` is one Chinese sentence for the person who wrote the file:
 * which file, which field, how to mend it.
 */
export class ContentError extends Error {
  override readonly name = 'ContentError';
  /** Path below the repository root, e.g. `content/occasions/qingming.yaml`. */
  readonly file: string;

  constructor(file: string, sentence: string, options?: ErrorOptions) {
    super(`${file}：${sentence}`, options);
    this.file = file;
  }
}

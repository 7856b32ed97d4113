/**
 * A starter file that cannot be used. `message` is one Chinese sentence for the person who wrote the file:
 * which file, which field, how to mend it.
 */
export class ContentError extends Error {
  override readonly name = 'ContentError';
  /** Path below the repository root, e.g. `content/stories/case/wages.md`. */
  readonly file: string;

  constructor(file: string, sentence: string) {
    super(`${file}：${sentence}`);
    this.file = file;
  }
}

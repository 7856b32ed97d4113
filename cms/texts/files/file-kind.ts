/** What a public field holds: one text, a number, several texts, or rows of texts and numbers. */
export type Shape = 'text' | 'number' | 'texts' | 'rows';

/** A field that the public reads. */
export interface PublicField {
  label: string;
  is: Shape;
  /** The parts of a row, by name. */
  parts?: Readonly<Record<string, string>>;
}

/** One kind of file of `content/`: what of it the public reads. Fields are named by their path, `portal.name`. */
export interface FileKind {
  /** What one of them is called. */
  noun: string;
  /** The field by which a person knows it. */
  title: string;
  fields: Readonly<Record<string, PublicField>>;
  /** What acts at once, and why it is no public text. */
  machine: Readonly<Record<string, string>>;
  /**
   * What the public reads where it may read nothing of the file and yet something must stand there; null: then the file is
   * shown to nobody.
   * @param data the file, for what depends on its type
   */
  neutral: ((data: Readonly<Record<string, unknown>>) => Record<string, unknown>) | null;
}

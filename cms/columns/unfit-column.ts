/**
 * A stored value that does not fit its door. Loops tell it as stuck and go on; of an act the sentence is the refusal
 * (`http/told-error.ts`).
 */
export class UnfitColumn extends Error {
  readonly column: string;

  /** @param column the door's name; @param sentence Chinese, whole */
  constructor(column: string, sentence: string) {
    super(sentence);
    this.name = 'UnfitColumn';
    this.column = column;
  }
}

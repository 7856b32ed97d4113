import { APIError } from 'payload';

/** What a refused save is told besides the sentence, for the two texts side by side. */
export interface MovedOn {
  moved: true;
  /** The version that stands now. */
  version: string;
  /** The row as it stands, as far as the sender may read it; null when it is not theirs to read. */
  theirs: Record<string, unknown> | null;
}

/** Somebody saved between the sender's reading and saving: nothing is written, both texts are kept. */
export class MovedOnError extends APIError {
  constructor(version: string, theirs: MovedOn['theirs']) {
    super(
      '您打开以后，这里已经有人保存过（也可能是您自己的另一个窗口），所以没有保存：请对照两边，选好再存。',
      409,
      { moved: true, version, theirs } satisfies MovedOn,
      true,
    );
  }
}

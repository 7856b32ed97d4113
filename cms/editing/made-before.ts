import { APIError } from 'payload';
import type { MovedOn } from './moved-on.ts';

/** What a form is told that has made its row before and lost the answer on the way. */
export interface MadeBefore extends MovedOn {
  /** The id of the row that it made. */
  made: string;
  /** Nobody has saved it since: whoever made it may go on without choosing. */
  untouched: boolean;
}

/** The row of this form stands already: no second one is made, and what is in the form is compared with it. */
export class MadeBeforeError extends APIError {
  constructor(told: Omit<MadeBefore, 'moved'>) {
    super(
      '这一条刚才其实已经存好了，只是没有收到回答，所以没有再存一份：请对照两边，选好再存。',
      409,
      { moved: true, ...told } satisfies MadeBefore,
      true,
    );
  }
}

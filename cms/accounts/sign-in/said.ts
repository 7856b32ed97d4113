import { APIError, type AfterErrorHook } from 'payload';
import { z } from 'zod';
import type { Enrolment } from '../second-factor/enrolment.ts';
import type { Subject } from './tries.ts';

/** What a log-in may bring besides e-mail and password. Anything else counts as not said. */
export const saidSchema = z
  .object({
    /** From the phone, or a recovery code. */
    code: z.string().trim().max(40).optional().catch(undefined),
    /** In place of a password that somebody else gave out. */
    newPassword: z.string().max(500).optional().catch(undefined),
  })
  .catch({});

/** One log-in on its way, kept in the request's context. */
export interface SignIn {
  said: z.infer<typeof saidSchema>;
  /** What this try is counted under until it has succeeded. */
  taken: Subject[];
  address: string | null;
  /** Recovery codes made on the way, to be shown once. */
  recovery: string[] | null;
}

export const signInOf = (context: Record<string, unknown>): SignIn | null =>
  (context.signIn as SignIn | undefined) ?? null;

/** What the person must do next: choose a password of their own, give the phone's code, or set the phone up. */
export type Step = 'password' | 'code' | 'enrol';

/** The password was right, and something is still owed: no cookie yet. The answer names the step in `errors[0].data`. */
export class StepOwed extends APIError<{ step: Step; enrolment?: Enrolment }> {
  constructor(step: Step, message: string, enrolment?: Enrolment) {
    super(message, 401, { step, ...(enrolment ? { enrolment } : {}) }, true);
  }
}

/**
 * Tells the step in the answer. The shell's own writing of errors looks for its own class, of which the built back office
 * holds a second copy: there `data` would be lost.
 */
export const tellStep: AfterErrorHook = ({ error }) => {
  if (error.name !== 'StepOwed') return undefined;
  const { data, message } = error as StepOwed;
  return { response: { errors: [{ name: 'StepOwed', message, data }] }, status: 401 };
};

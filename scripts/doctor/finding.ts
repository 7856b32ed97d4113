/** One result of the check-up. `message` says what is and, when it is not well, how to mend it. */
export interface Finding {
  check: string;
  state: 'ok' | 'warn' | 'fail';
  message: string;
}

export const ok = (check: string, message: string): Finding => ({ check, state: 'ok', message });
export const warn = (check: string, message: string): Finding => ({ check, state: 'warn', message });
export const fail = (check: string, message: string): Finding => ({ check, state: 'fail', message });

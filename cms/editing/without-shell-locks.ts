interface Call {
  name: string;
  args: Record<string, unknown>;
}

/**
 * A question of the shell's form without its lock and its check for newer text: it gives locks to whoever asks and answers
 * newer text with “reload”, which throws away what is typed. Both are answered by `guard-saves.ts` and the form's own bar.
 */
export const withoutShellLocks = <T extends Call>(call: T): T =>
  call.name === 'form-state'
    ? { ...call, args: { ...call.args, checkForStaleData: false, returnLockStatus: false, updateLastEdited: false } }
    : call;

/**
 * What became of one try to move a delivery on.
 * - idle: it was not due after all, or its channel is paused.
 * - busy: somebody else is at it, or was quicker.
 * - healed: the row had fallen behind its attempts and has been brought after them.
 * - done: one step was made.
 */
export type Step = 'idle' | 'busy' | 'healed' | 'done';

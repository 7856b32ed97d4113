/**
 * What an outlet answers to a notice:
 * - deleted: not used, or taken away again; corrected: a correction has appeared;
 * - printed: it is in print and cannot be taken back, so that a correction must be asked for (等人工);
 * - irrevocable: broadcast or passed on, and nothing more can be done.
 */
export const receiptResults = ['deleted', 'corrected', 'printed', 'irrevocable'] as const;
export type ReceiptResult = (typeof receiptResults)[number];

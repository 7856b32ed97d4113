import type { ReceiptResult } from '../../campaigns/ports/receipt.ts';

export type { ReceiptResult };

/** What an outlet may have answered, in the words of the ledger's form; the order is that of the form. */
export const receiptWords: readonly { result: ReceiptResult; word: string; meaning: string }[] = [
  { result: 'deleted', word: '没有刊发', meaning: '没有用，或已经删除' },
  { result: 'corrected', word: '已更正', meaning: '更正已经刊出' },
  { result: 'printed', word: '已刊印', meaning: '报纸已印出，还要请对方登更正' },
  { result: 'irrevocable', word: '收不回', meaning: '已经播出或转出，不再追' },
];

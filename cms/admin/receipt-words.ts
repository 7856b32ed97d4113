import { receiptWords } from '../../campaigns/ports/state-words.ts';
import type { ReceiptResult } from '../../campaigns/ports/receipt.ts';

export type { ReceiptResult };

/** What an outlet may have answered, in the words of the ledger's form; the order is that of the form. */
export const receiptChoices: readonly { result: ReceiptResult; word: string; meaning: string }[] = [
  { result: 'deleted', word: receiptWords.deleted, meaning: '没有用，或已经删除' },
  { result: 'corrected', word: receiptWords.corrected, meaning: '更正已经刊出' },
  { result: 'printed', word: receiptWords.printed, meaning: '报纸已印出，还要请对方登更正' },
  { result: 'irrevocable', word: receiptWords.irrevocable, meaning: '已经播出或转出，不再追' },
];

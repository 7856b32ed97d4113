'use client';
import { useState } from 'react';
import { receiptChoices, type ReceiptResult } from '../receipt-words.ts';

interface Props {
  busy: boolean;
  enter(receipt: { result: ReceiptResult; note?: string }): void;
}

/** 登记回执: how the outlet has answered a notice. Nothing is chosen beforehand: a wrong receipt ends a recall. */
export function ReceiptEntry({ busy, enter }: Props) {
  const [result, setResult] = useState<ReceiptResult | ''>('');
  const [note, setNote] = useState('');
  const remark = note.trim();
  return (
    <div className="cx-hand__act">
      <label>
        对方的答复
        <select
          onChange={({ target }) => setResult(receiptChoices.find((one) => one.result === target.value)?.result ?? '')}
          value={result}
        >
          <option value="">请选择</option>
          {receiptChoices.map((one) => (
            <option key={one.result} value={one.result}>
              {one.word}：{one.meaning}
            </option>
          ))}
        </select>
      </label>
      <label>
        说明（可不填，例如谁答复的、刊在哪一期）
        <input maxLength={200} onChange={({ target }) => setNote(target.value)} type="text" value={note} />
      </label>
      <button
        className="cx-button"
        disabled={busy || result === ''}
        type="button"
        onClick={() => {
          if (result !== '') enter(remark ? { result, note: remark } : { result });
        }}
      >
        登记回执
      </button>
    </div>
  );
}

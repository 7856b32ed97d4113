'use client';
import { useState } from 'react';
import type { ReviewSheet } from '../../review/list-acts.ts';

interface Props {
  pending: ReviewSheet['pending'];
  disabled: boolean;
  onSend: (body: { wrong: string; right: string; note: string }) => void;
}

/** 紧急更正: one person proposes, another confirms the very same words. */
export function UrgentForm({ disabled, onSend, pending }: Props) {
  const [wrong, setWrong] = useState(pending?.passage.wrong ?? '');
  const [right, setRight] = useState(pending?.passage.right ?? '');
  const [note, setNote] = useState(pending?.note ?? '');
  const same = pending !== null && pending.passage.wrong === wrong.trim() && pending.passage.right === right.trim();
  const empty = [wrong, right, note].some((text) => text.trim() === '');
  return (
    <details open={pending !== null}>
      <summary>紧急更正在线的一处</summary>
      <p>
        {pending
          ? `${pending.byName}提出了下面这处更正。核对无误再确认，确认后立即上线。`
          : '要两个人，其中一位是终审人：一人提出，另一人核对确认后立即上线，公开写明更正，三审随后补做。'}
      </p>
      <label>
        原文（有误的那一处，照抄）
        <input maxLength={200} onChange={(event) => setWrong(event.target.value)} type="text" value={wrong} />
      </label>
      <label>
        改为
        <input maxLength={200} onChange={(event) => setRight(event.target.value)} type="text" value={right} />
      </label>
      <label>
        原因（会公开）
        <textarea maxLength={200} onChange={(event) => setNote(event.target.value)} rows={2} value={note} />
      </label>
      <div className="cx-review__acts">
        <button
          className={same ? 'cx-button cx-button--main' : 'cx-button'}
          disabled={disabled || empty}
          onClick={() => onSend({ wrong: wrong.trim(), right: right.trim(), note: note.trim() })}
          type="button"
        >
          {same ? '核对无误，确认更正' : '提出紧急更正'}
        </button>
      </div>
    </details>
  );
}

'use client';
import { useState } from 'react';
import { endText } from '../../release/showing.ts';
import { reviewActs } from '../../story/act.ts';
import type { ReviewSheet } from '../../review/list-acts.ts';
import { isHalf, ShowingFields, timesBody, type Times } from './ShowingFields.tsx';

interface Props {
  showing: NonNullable<ReviewSheet['showing']>;
  disabled: boolean;
  onSend: (body: { note: string; showFrom?: string; showUntil?: string }) => void;
}

/** 改上线时间 of a story that waits for its minute. */
export function RescheduleForm({ disabled, onSend, showing }: Props) {
  const [times, setTimes] = useState<Times>(timesOf(showing));
  const [note, setNote] = useState('');
  return (
    <details>
      <summary>{reviewActs.reschedule}</summary>
      <p>文字不变，不用重新审；选“立即上线”，按下后几秒内公开。</p>
      <ShowingFields onChange={setTimes} times={times} />
      <label>
        为什么改
        <textarea maxLength={200} onChange={(event) => setNote(event.target.value)} rows={2} value={note} />
      </label>
      <div className="cx-review__acts">
        <button
          className="cx-button"
          disabled={disabled || isHalf(times) || note.trim() === ''}
          onClick={() => onSend({ note: note.trim(), ...timesBody(times) })}
          type="button"
        >
          改成这个时间
        </button>
      </div>
    </details>
  );
}

/** What is signed, as the form holds it. */
export function timesOf({ from, until }: Pick<Props['showing'], 'from' | 'until'>): Times {
  const text = (instant: string | null) => (instant ? endText(new Date(instant)) : '');
  return { timed: from !== null, showFrom: text(from), showUntil: text(until) };
}

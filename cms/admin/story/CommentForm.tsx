'use client';
import { useState } from 'react';
import { shorten } from '../../words/words.ts';
import type { CommentDesk } from './use-comments.ts';

interface Props {
  paragraphs: readonly string[];
  disabled: boolean;
  onSend: CommentDesk['add'];
}

/** Says something about one paragraph or about the whole story. */
export function CommentForm({ disabled, onSend, paragraphs }: Props) {
  const [text, setText] = useState('');
  const [chosen, setParagraph] = useState('');
  // The text may have become shorter since: what is sent is what the box shows.
  const paragraph = Number(chosen) <= paragraphs.length ? chosen : '';
  const [must, setMust] = useState(false);
  const send = async () => {
    if (!(await onSend({ text: text.trim(), paragraph: paragraph === '' ? null : Number(paragraph), must }))) return;
    setText('');
    setMust(false);
  };
  return (
    <>
      <label>
        批注哪一段
        <select onChange={(event) => setParagraph(event.target.value)} value={paragraph}>
          <option value="">全文</option>
          {paragraphs.map((words, i) => (
            <option key={i} value={i + 1}>
              第{i + 1}段　{shorten(words, 21)}
            </option>
          ))}
        </select>
      </label>
      <label>
        批注
        <textarea maxLength={500} onChange={(event) => setText(event.target.value)} rows={2} value={text} />
      </label>
      <label>
        <input checked={must} onChange={(event) => setMust(event.target.checked)} type="checkbox" />{' '}
        必须改（办结以前不能签发）
      </label>
      <div className="cx-review__acts">
        <button
          className="cx-button"
          disabled={disabled || text.trim() === ''}
          onClick={() => void send()}
          type="button"
        >
          加批注
        </button>
      </div>
    </>
  );
}

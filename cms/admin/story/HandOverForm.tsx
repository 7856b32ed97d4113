'use client';
import { useState } from 'react';

interface Props {
  takers: readonly { id: string; name: string }[];
  disabled: boolean;
  onSend: (to: string) => void;
}

/** 转给别的采编: a colleague is away and somebody else goes on with the story. */
export function HandOverForm({ disabled, onSend, takers }: Props) {
  const [to, setTo] = useState('');
  if (takers.length === 0) return null;
  return (
    <details>
      <summary>转给别的采编写</summary>
      <p>转了以后由对方接着改、送审；原来写过的人不能再改，也不能审这一篇。</p>
      <label>
        转给
        <select onChange={(event) => setTo(event.target.value)} value={to}>
          <option value="">请选</option>
          {takers.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <div className="cx-review__acts">
        <button className="cx-button" disabled={disabled || to === ''} onClick={() => onSend(to)} type="button">
          转给这位采编
        </button>
      </div>
    </details>
  );
}

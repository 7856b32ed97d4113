'use client';
import { useState } from 'react';
import type { PossibleReviewer } from '../../review/possible-reviewers.ts';

interface Props {
  possible: readonly PossibleReviewer[];
  disabled: boolean;
  onSend: (to: string) => void;
}

/** 转交: the waiting review to a colleague by name. */
export function ReassignForm({ disabled, onSend, possible }: Props) {
  const [to, setTo] = useState('');
  if (possible.length === 0) return null;
  return (
    <details>
      <summary>转交给别人审</summary>
      <label>
        转交给
        <select onChange={(event) => setTo(event.target.value)} value={to}>
          <option value="">请选</option>
          {possible.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <div className="cx-review__acts">
        <button className="cx-button" disabled={disabled || to === ''} onClick={() => onSend(to)} type="button">
          转交
        </button>
      </div>
    </details>
  );
}

'use client';
import { useState } from 'react';
import { jumpToField } from './jump.ts';
import type { Place } from './save-state.ts';

interface Props {
  places: readonly Place[];
  /** The sentence above, which need not be said again. */
  whole: string;
  label: (path: string) => string;
}

/** Each thing that stands in the way of saving, with the way to its field. */
export function RefusedPlaces({ label, places, whole }: Props) {
  const [lost, setLost] = useState(false);
  if (places.length === 0) return null;
  return (
    <div className="cx-saved__more">
      <ul>
        {places.map(({ message, path }) => (
          <li key={path}>
            <span>
              <b>{label(path)}</b>
              {!whole.includes(message) && `：${message}`}
            </span>
            <button className="cx-saved__jump" onClick={() => setLost(!jumpToField(path))} type="button">
              跳到那里<span className="cx-hidden">：{label(path)}</span>
            </button>
          </li>
        ))}
      </ul>
      {lost && <p role="status">表单里现在没有那一格：可能收起来了，请按上面写的名称找。</p>}
    </div>
  );
}

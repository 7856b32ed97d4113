'use client';
import { useState } from 'react';

/** Copies a text; where the browser does not let pages copy (plain http), it is marked for the keys. */
export function CopyButton({ text, what }: { text: string; what: string }) {
  const [said, setSaid] = useState('');
  const copy = async (button: HTMLElement) => {
    try {
      await navigator.clipboard.writeText(text);
      setSaid('已复制');
    } catch {
      const shown = button.parentElement?.querySelector('pre');
      if (shown) getSelection()?.selectAllChildren(shown);
      setSaid('已选中：请按 Ctrl+C 复制');
    }
  };
  return (
    <>
      <button className="cx-saved__jump" onClick={(event) => void copy(event.currentTarget)} type="button">
        复制<span className="cx-hidden">{what}</span>
      </button>{' '}
      <span aria-live="polite">{said}</span>
    </>
  );
}

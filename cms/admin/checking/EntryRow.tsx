'use client';
import { useState } from 'react';
import type { LexiconEntry } from '../../checks/lexicon/lexicon.ts';

interface EntryRowProps {
  entry: LexiconEntry;
  /** From 1, as refusals name it. */
  number: number;
  fixed: boolean;
  onChange(entry: LexiconEntry): void;
  onRemove(): void;
}

const exceptionsOf = (typed: string): string[] =>
  typed
    .split(/[、，,;；]/)
    .map((word) => word.trim())
    .filter(Boolean);

/** One entry of a word list. */
export function EntryRow({ entry, fixed, number, onChange, onRemove }: EntryRowProps) {
  // Typed as it comes: a separator at the end must not be swallowed while somebody writes the next exception. Rows move up and
  // down, and a whole list may be put in their place: what was typed counts only while it says what the entry says.
  const [typed, setTyped] = useState('');
  const joined = (entry.allow ?? []).join('、');
  const allow = exceptionsOf(typed).join('、') === joined ? typed : joined;
  const text = (name: 'wrong' | 'right' | 'why', label: string) => (
    <td>
      <input
        aria-label={`第${number}条的${label}`}
        disabled={fixed}
        onChange={(event) => onChange({ ...entry, [name]: event.target.value })}
        value={entry[name] ?? ''}
      />
    </td>
  );
  return (
    <tr>
      {text('wrong', '错误写法')}
      {text('right', '正确写法')}
      {text('why', '说明')}
      <td>
        <select
          aria-label={`第${number}条的级别`}
          disabled={fixed}
          onChange={(event) => onChange({ ...entry, level: event.target.value === 'block' ? 'block' : 'warn' })}
          value={entry.level}
        >
          <option value="block">阻止</option>
          <option value="warn">提醒</option>
        </select>
      </td>
      <td>
        <input
          aria-label={`第${number}条的例外`}
          disabled={fixed}
          onChange={(event) => {
            setTyped(event.target.value);
            onChange({ ...entry, allow: exceptionsOf(event.target.value) });
          }}
          value={allow}
        />
      </td>
      <td>
        <input
          aria-label={`第${number}条加引号可解释`}
          checked={entry.quotable ?? false}
          disabled={fixed}
          onChange={(event) => onChange({ ...entry, quotable: event.target.checked })}
          type="checkbox"
        />
      </td>
      <td>
        {!fixed && (
          <button aria-label={`删去第${number}条`} className="cx-button" onClick={onRemove} type="button">
            删去
          </button>
        )}
      </td>
    </tr>
  );
}

'use client';
import { useRef, useState } from 'react';
import { formKeyHeader } from '../../http/in-turn.ts';
import { newFormKey } from '../saved/new-form-key.ts';
import { sentenceOf } from './sentence-of.ts';

export interface Said {
  ok: boolean;
  message: string;
  /** What to know of something that has been done. */
  warnings: string[];
}

export interface Request {
  /** What the last answer had to say. */
  said: Said | null;
  busy: boolean;
  send(path: string, body: object): Promise<Said>;
  /** What was said belongs to a question that is closed: the next one begins without it. */
  forget(): void;
}

/** Posts JSON to an endpoint of ours and keeps its sentence; `lost` is said when no answer came. */
export function useRequest(lost: string): Request {
  const [said, setSaid] = useState<Said | null>(null);
  const [busy, setBusy] = useState(false);
  // Named until something was done: when only the answer was lost, the next try is the same act.
  const key = useRef('');
  const send: Request['send'] = async (path, body) => {
    setBusy(true);
    key.current ||= newFormKey();
    const answer = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', [formKeyHeader]: key.current },
      body: JSON.stringify(body),
    })
      .then(async (response): Promise<Said> => {
        const body = await response.json();
        return { warnings: [], ...body, ok: response.ok, message: sentenceOf(body) ?? lost };
      })
      .catch((): Said => ({ ok: false, message: lost, warnings: [] }));
    if (answer.ok) key.current = '';
    setSaid(answer);
    setBusy(false);
    return answer;
  };
  return { said, busy, send, forget: () => setSaid(null) };
}

'use client';
import { useState } from 'react';

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
}

/** Posts JSON to an endpoint of ours and keeps its sentence; `lost` is said when no answer came. */
export function useRequest(lost: string): Request {
  const [said, setSaid] = useState<Said | null>(null);
  const [busy, setBusy] = useState(false);
  const send: Request['send'] = async (path, body) => {
    setBusy(true);
    const answer = await fetch(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
      .then(async (response): Promise<Said> => ({ warnings: [], ...(await response.json()), ok: response.ok }))
      .catch((): Said => ({ ok: false, message: lost, warnings: [] }));
    setSaid(answer);
    setBusy(false);
    return answer;
  };
  return { said, busy, send };
}

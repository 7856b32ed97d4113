'use client';
import { useState } from 'react';
import { Said } from '../parts/Said.tsx';
import { useRequest } from '../parts/use-request.ts';

interface Props {
  /** `/api/<collection>/<id>` */
  path: string;
  /** The wording that is on the screen. */
  version: string;
  onDone(): Promise<void>;
}

/** 不同意: the words go back to whoever wrote them, with a reason. */
export const RefuseWords = ({ onDone, path, version }: Props) => {
  const [reason, setReason] = useState('');
  const { busy, said, send } = useRequest('没有收到服务器的回答：请刷新页面，看看有没有记下。');
  const refuse = async () => {
    await send(`${path}/refuse`, { version, reason });
    await onDone();
  };
  return (
    <details>
      <summary>不同意</summary>
      <label>
        理由（写的人在“今日”里看得到）
        <textarea maxLength={200} onChange={(event) => setReason(event.target.value)} rows={2} value={reason} />
      </label>
      <p>
        <button
          className="cx-button"
          disabled={busy || reason.trim().length < 4}
          onClick={() => void refuse()}
          type="button"
        >
          {busy ? '正在记下…' : '不同意，退回去'}
        </button>
      </p>
      <Said said={said} />
    </details>
  );
};

'use client';
import { useId, useState } from 'react';
import { Said } from '../../parts/Said.tsx';
import { useRequest } from '../../parts/use-request.ts';

const lost = '没有收到服务器的回答，不知道记下没有：请检查网络后再按一次。';

/** 这不是问题: with a reason, for this story; it counts for what was saved. */
export function JudgeFinding({ mark, onJudged, storyId }: { mark: string; onJudged(): void; storyId: string }) {
  const { busy, said, send } = useRequest(lost);
  const [reason, setReason] = useState('');
  const id = useId();
  const judge = async () => {
    if ((await send(`/api/stories/${storyId}/findings`, { mark, scope: 'story', reason: reason.trim() })).ok) onJudged();
  };
  return (
    <details>
      <summary>这不是问题</summary>
      <label htmlFor={id}>理由（至少4个字，会留在记录里）</label>
      <input id={id} maxLength={200} onChange={(event) => setReason(event.target.value)} value={reason} />
      <button className="cx-button" disabled={busy || reason.trim().length < 4} onClick={() => void judge()} type="button">记下</button>
      <Said said={said} />
    </details>
  );
}

'use client';
import { useAuth } from '@payloadcms/ui';
import { useId, useState } from 'react';
import { judgesEverywhere } from '../../../checking/memory/judges.ts';
import type { User } from '../../../payload-types.ts';
import { disagreementRule } from '../../../question/disagreement-rule.ts';
import { Said } from '../../parts/Said.tsx';
import { useRequest } from '../../parts/use-request.ts';

const lost = '没有收到服务器的回答，不知道记下没有：请检查网络后再按一次。';

/** 这不是问题: with a reason, for this story or, of those who may, for all; it counts for what was saved. */
export function JudgeFinding({
  mark,
  onJudged,
  rule,
  storyId,
}: {
  mark: string;
  onJudged(): void;
  rule: string;
  storyId: string;
}) {
  const { busy, said, send } = useRequest(lost);
  const { user } = useAuth<User>();
  const [reason, setReason] = useState('');
  const [scope, setScope] = useState('story');
  const id = useId();
  // Whom a text names is settled for this text alone.
  const mayEverywhere = rule !== disagreementRule && judgesEverywhere.some((role) => user?.roles.includes(role));
  const judge = async () => {
    if ((await send(`/api/stories/${storyId}/findings`, { mark, scope, reason: reason.trim() })).ok) onJudged();
  };
  return (
    <details>
      <summary>这不是问题</summary>
      <label htmlFor={id}>理由（至少4个字，会留在记录里）</label>
      <input id={id} maxLength={200} onChange={(event) => setReason(event.target.value)} value={reason} />
      {mayEverywhere && (
        <label>
          适用范围
          <select onChange={(event) => setScope(event.target.value)} value={scope}>
            <option value="story">只这一篇</option>
            <option value="everywhere">所有稿件</option>
          </select>
        </label>
      )}
      <button
        className="cx-button"
        disabled={busy || reason.trim().length < 4}
        onClick={() => void judge()}
        type="button"
      >
        记下
      </button>
      <Said said={said} />
    </details>
  );
}

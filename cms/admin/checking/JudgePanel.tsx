'use client';
import { useDocumentInfo } from '@payloadcms/ui';
import { useCallback, useEffect, useState } from 'react';
import type { JudgedFinding } from '../../checking/memory/recall.ts';
import { Said } from '../parts/Said.tsx';
import { useRequest } from '../parts/use-request.ts';
import { useStanding } from '../saved/use-save-store.ts';
import './checking.css';

const lost = '没有收到服务器的回答，不知道记下没有：请检查网络后再按一次。';

/** 核对: what the checks ask of the story as it was saved, who has said that it is no problem, and a place to say so. */
export const JudgePanel = () => {
  const { id } = useDocumentInfo();
  const unsaved = useStanding(`stories/${id}`).standing !== 'saved';
  const [findings, setFindings] = useState<JudgedFinding[]>([]);
  const { busy, said, send } = useRequest(lost);
  const load = useCallback(async () => {
    if (id === undefined) return;
    const response = await fetch(`/api/stories/${id}/findings`, { cache: 'no-store' }).catch(() => null);
    if (response?.ok) setFindings(((await response.json()) as { findings: JudgedFinding[] }).findings);
  }, [id]);
  useEffect(() => { if (!unsaved) void load(); }, [load, unsaved]);
  const open = findings.filter(({ final, judged, rule }) => judged === null && !final && !rule.startsWith('channel/'));
  const judged = findings.filter((finding) => finding.judged !== null);
  if (id === undefined || open.length + judged.length === 0) return null;
  const judge = async (mark: string, scope: string, reason: string) => {
    // 审签 lists what is missing: it must hear of this too.
    if ((await send(`/api/stories/${id}/findings`, { mark, scope, reason })).ok) window.location.reload();
  };
  return (
    <section aria-labelledby="cx-judge" className="cx-words">
      <h3 id="cx-judge">逐条核对</h3>
      {unsaved && <p className="cx-quiet">有改动还没有保存：先保存，再核对。</p>}
      <ul>
        {open.map((finding) => <OpenFinding busy={busy || unsaved} finding={finding} key={finding.mark} onJudge={judge} />)}
        {judged.map(({ at, judged: by, mark, text }) => (
          <li className="cx-quiet" key={mark}>
            <span>{at}{text && `　${text}`}</span>
            <span>{by?.by}认定不是问题{by?.scope === 'everywhere' && '（所有稿件）'}：{by?.reason}</span>
          </li>
        ))}
      </ul>
      <Said said={said} />
    </section>
  );
};

function OpenFinding({ busy, finding: { at, level, mark, mend, text }, onJudge }: { busy: boolean; finding: JudgedFinding; onJudge(mark: string, scope: string, reason: string): Promise<void> }) {
  const [reason, setReason] = useState('');
  const [scope, setScope] = useState('story');
  return (
    <li>
      <b className={level === 'block' ? 'cx-red' : 'cx-amber'}>{level === 'block' ? '■' : '△'} {at}{text && `　${text}`}</b>
      <span>{mend}</span>
      <details>
        <summary>这不是问题</summary>
        <label>理由<textarea maxLength={200} onChange={(event) => setReason(event.target.value)} rows={2} value={reason} /></label>
        <label>适用范围
          <select onChange={(event) => setScope(event.target.value)} value={scope}>
            <option value="story">只这一篇</option>
            <option value="everywhere">所有稿件（复审人、管理员）</option>
          </select>
        </label>
        <button className="cx-button" disabled={busy || reason.trim().length < 4} onClick={() => void onJudge(mark, scope, reason.trim())} type="button">记下</button>
      </details>
    </li>
  );
}

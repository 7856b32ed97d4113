'use client';
import { useFormModified } from '@payloadcms/ui';
import { useState } from 'react';
import { reviewActs } from '../../review/act.ts';
import { stages } from '../../review/stage.ts';
import { ReviewLog } from './ReviewLog.tsx';
import { ReviewSteps } from './ReviewSteps.tsx';
import { useReview } from './use-review.ts';

/** 审签: where the story stands, who did what, and what I may do to it now. */
export const ReviewPanel = ({ siteUrl, storyId }: { siteUrl: string; storyId: string | null }) =>
  storyId === null ? (
    <div className="cx-review">
      <h3>审签</h3>
      <p>保存以后才能送审。</p>
    </div>
  ) : (
    <Panel siteUrl={siteUrl} storyId={storyId} />
  );

function Panel({ siteUrl, storyId }: { siteUrl: string; storyId: string }) {
  const unsaved = useFormModified();
  const { busy, perform, said, serial, sheet } = useReview(storyId, unsaved);
  const [note, setNote] = useState('');
  // The way forward leads; what takes a story back comes after it.
  const allowed = (sheet?.acts.filter((act) => act.allowed) ?? []).sort((a, b) => Number(a.needsNote) - Number(b.needsNote));
  const refused = sheet?.acts.filter((act) => !act.allowed) ?? [];
  const run = async (act: string) => {
    // The page shows fields that the act has changed: load it anew rather than show what was.
    if (await perform(act, note.trim())) window.location.reload();
  };
  return (
    <section aria-labelledby="cx-review" className="cx-review">
      <h3 id="cx-review">审签{sheet && `：${stages[sheet.stage]}`}</h3>
      {!sheet && !said && <p>正在读取…</p>}
      {sheet && <ReviewSteps reviews={sheet.reviews} stage={sheet.stage} />}
      {allowed.length > 0 && (
        <label>
          意见（退回、撤回必须写）
          <textarea maxLength={500} onChange={(event) => setNote(event.target.value)} rows={3} value={note} />
        </label>
      )}
      {unsaved && allowed.length > 0 && <p>有改动还没有保存：请先保存，再送审或审签。</p>}
      <div className="cx-review__acts">
        {allowed.map(({ act, label, needsNote }) => (
          <button className={needsNote ? 'cx-button' : 'cx-button cx-button--main'} disabled={busy || unsaved || (needsNote && note.trim() === '')} key={act} onClick={() => void run(act)} type="button">
            {label}
          </button>
        ))}
        {serial !== null && <a className="cx-button" href={`${siteUrl}/s/${serial}`} rel="noreferrer" target="_blank">看网站</a>}
      </div>
      {said && <p className={said.ok ? 'cx-review__said' : 'cx-review__said cx-red'} role={said.ok ? 'status' : 'alert'}>{said.message}</p>}
      {sheet && sheet.missing.length > 0 && (
        <div>
          <h3>送审前还缺</h3>
          {sheet.missing.map((sentence) => <p key={sentence}>{sentence}</p>)}
        </div>
      )}
      {refused.length > 0 && (
        <details>
          <summary>为什么我不能做别的</summary>
          {refused.map(({ act, reason }) => <p key={act}>{reviewActs[act]}：{reason}</p>)}
        </details>
      )}
      {sheet && <ReviewLog reviews={sheet.reviews} />}
    </section>
  );
}

'use client';
import { useState } from 'react';
import { reviewActs, type ReviewAct } from '../../story/act.ts';
import type { ReviewSheet } from '../../review/list-acts.ts';
import { stages } from '../../story/stage.ts';
import { whyNotYet } from '../saved/bar-words.ts';
import { useStanding } from '../saved/use-save-store.ts';
import { newPushHref } from '../../daily/push-href.ts';
import { moment } from '../../words/words.ts';
import { HandOverForm } from './HandOverForm.tsx';
import { ReassignForm } from './ReassignForm.tsx';
import { RescheduleForm, timesOf } from './RescheduleForm.tsx';
import { ReviewComments } from './ReviewComments.tsx';
import { ReviewDifference } from './ReviewDifference.tsx';
import { ReviewLog } from './ReviewLog.tsx';
import { ReviewSteps } from './ReviewSteps.tsx';
import { atOnce, isHalf, ShowingFields, timesBody, type Times } from './ShowingFields.tsx';
import { UrgentForm } from './UrgentForm.tsx';
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

/** Acts that ask for more than a note. */
const ownForm: readonly ReviewAct[] = ['reassign', 'reschedule', 'correct-urgent'];

/** Acts that take a story back, with a note or on the strength of comments: never the black button. */
const backward: readonly ReviewAct[] = ['return', 'withdraw', 'withdraw-sign'];

/** Who is to review by when, when it will be seen, and that two people suffice here. */
const Waiting = ({ sheet: { assignee, due, showing, smallOffice } }: { sheet: ReviewSheet }) => (
  <>
    {showing?.said && <p className="cx-review__line">{showing.said}。</p>}
    {due && (
      <p className="cx-review__line">
        应于{moment(new Date(due))}前审完{assignee && `，指定由${assignee}审`}
      </p>
    )}
    {smallOffice && (
      <p className="cx-review__line">本单位实行两人审签：初审、复审可以是同一个人，终审必须是另一个人。</p>
    )}
  </>
);

function Panel({ siteUrl, storyId }: { siteUrl: string; storyId: string }) {
  const { standing, version } = useStanding(`stories/${storyId}`);
  const why = whyNotYet(standing);
  const unsaved = why !== null;
  const { again, busy, handOver, perform, said, serial, sheet } = useReview(storyId, unsaved, version);
  const [note, setNote] = useState('');
  const [times, setTimes] = useState<Times | null>(null);
  // The way forward leads; what takes a story back comes after it.
  const offered = sheet?.acts.filter((act) => act.allowed) ?? [];
  const allowed = offered
    .filter(({ act }) => !ownForm.includes(act))
    .sort((a, b) => Number(backward.includes(a.act)) - Number(backward.includes(b.act)));
  // My turn, and only something else is in the way: said beside the button, not below a fold.
  const blocked = sheet?.acts.filter(({ act, blocked: is }) => is && !ownForm.includes(act)) ?? [];
  const refused = sheet?.acts.filter((act) => !act.allowed && !blocked.includes(act)) ?? [];
  const may = (name: string) => offered.some(({ act }) => act === name);
  // The times of the version before stay unless others are chosen: signing again must not lift an embargo by the way.
  const chosen = times ?? (sheet?.showing ? timesOf(sheet.showing) : atOnce);
  const noted = note.trim() ? { note: note.trim() } : {};
  const run = async (act: string, body: object = act === 'sign' ? { ...noted, ...timesBody(chosen) } : noted) => {
    // The page shows fields that the act has changed: load it anew rather than show what was.
    if (await perform(act, body)) window.location.reload();
  };
  return (
    <section aria-labelledby="cx-review" className="cx-review">
      <h3 id="cx-review">审签{sheet && `：${stages[sheet.stage]}`}</h3>
      {!sheet && !said && <p>正在读取…</p>}
      {sheet && <Waiting sheet={sheet} />}
      {sheet && <ReviewSteps reviews={sheet.reviews} stage={sheet.stage} />}
      {allowed.length > 0 && (
        <label>
          意见（退回、撤回、撤销签发必须写）
          <textarea maxLength={500} onChange={(event) => setNote(event.target.value)} rows={3} value={note} />
        </label>
      )}
      {may('sign') && <ShowingFields onChange={setTimes} times={chosen} />}
      {why && allowed.length > 0 && <p id="cx-not-yet">{why}</p>}
      <div className="cx-review__acts">
        {allowed.map(({ act, label, needsNote }) => (
          <button
            aria-describedby={why ? 'cx-not-yet' : undefined}
            className={backward.includes(act) ? 'cx-button' : 'cx-button cx-button--main'}
            disabled={busy || unsaved || (needsNote && note.trim() === '') || (act === 'sign' && isHalf(chosen))}
            key={act}
            onClick={() => void run(act)}
            type="button"
          >
            {label}
          </button>
        ))}
        {serial !== null && (
          <a className="cx-button" href={`${siteUrl}/s/${serial}`} rel="noreferrer" target="_blank">
            看网站
          </a>
        )}
        {serial !== null && sheet?.mayPush && (
          <a className="cx-button" href={newPushHref(storyId)}>
            推送…
          </a>
        )}
      </div>
      {blocked.map(({ act, label, reason }) => (
        <div className="cx-review__blocked" key={act}>
          <button aria-describedby={`cx-why-${act}`} className="cx-button" disabled type="button">
            {label}
          </button>
          <p id={`cx-why-${act}`}>
            {act === 'submit' || reason === sheet?.missing.join('') ? '还缺下面几项，补好就能按。' : reason}
          </p>
        </div>
      ))}
      {said && (
        <p className={said.ok ? 'cx-review__said' : 'cx-review__said cx-red'} role={said.ok ? 'status' : 'alert'}>
          {said.message}
        </p>
      )}
      {sheet && may('reassign') && (
        <ReassignForm
          disabled={busy || unsaved}
          onSend={(to) => void run('reassign', { to })}
          possible={sheet.possible}
        />
      )}
      {sheet && (
        <HandOverForm
          disabled={busy || unsaved}
          onSend={(to) => void handOver(to).then((done) => done && window.location.reload())}
          takers={sheet.takers}
        />
      )}
      {sheet?.showing && may('reschedule') && (
        <RescheduleForm
          key={`${sheet.showing.from} ${sheet.showing.until}`}
          disabled={busy || unsaved}
          onSend={(body) => void run('reschedule', body)}
          showing={sheet.showing}
        />
      )}
      {sheet && may('correct-urgent') && (
        <UrgentForm
          key={JSON.stringify(sheet.pending)}
          disabled={busy || unsaved}
          onSend={(body) => void run('correct-urgent', body)}
          pending={sheet.pending}
        />
      )}
      {sheet && sheet.missing.length > 0 && (
        <div>
          <h3>{sheet.stage === 'final' ? '签发前还缺' : '送审前还缺'}</h3>
          {sheet.missing.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </div>
      )}
      <ReviewDifference storyId={storyId} />
      <ReviewComments onChanged={again} storyId={storyId} unsaved={unsaved} />
      {refused.length > 0 && (
        <details>
          <summary>为什么我不能做别的</summary>
          {refused.map(({ act, reason }) => (
            <p key={act}>
              {reviewActs[act]}：{reason}
            </p>
          ))}
        </details>
      )}
      {sheet && <ReviewLog reviews={sheet.reviews} />}
    </section>
  );
}

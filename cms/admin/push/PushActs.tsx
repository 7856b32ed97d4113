'use client';
import { useState } from 'react';
import { Said } from '../parts/Said.tsx';
import type { PushDesk } from './use-push.ts';

const reasonLabels = { decline: '为什么不同意', cancel: '为什么取消' } as const;

/** What may be done with it now; what may not says why beside its button. */
export function PushActs({
  desk: { ask, busy, decide, isChanged, isLooking, said, sheet, trouble },
}: {
  desk: PushDesk;
}) {
  const [asked, setAsked] = useState<keyof typeof reasonLabels | null>(null);
  const [reason, setReason] = useState('');
  const { post, refusals, whyNot } = sheet;
  const isNew = post === null;
  const isStuck = busy || isLooking || trouble !== null;
  const isOpen = post?.standing === 'waiting' || post?.standing === 'declined';
  return (
    <div className="cx-push__acts">
      {refusals.map((refusal) => (
        <p className="cx-red" key={refusal}>
          {refusal}
        </p>
      ))}
      <p className="cx-buttons">
        {(isNew || isChanged) && (
          <button
            className="cx-button cx-button--main"
            disabled={isStuck || refusals.length > 0 || whyNot.ask !== null}
            onClick={() => void ask()}
            type="button"
          >
            {isNew ? '提出，请人确认' : '改成这样，请人确认'}
          </button>
        )}
        {!isNew && !isChanged && isOpen && (
          <>
            <button
              className={whyNot.decide === null ? 'cx-button cx-button--main' : 'cx-button'}
              disabled={isStuck || refusals.length > 0 || whyNot.decide !== null}
              onClick={() => void decide('confirm')}
              type="button"
            >
              确认发出
            </button>
            <button
              className="cx-button"
              disabled={isStuck || whyNot.decide !== null}
              onClick={() => setAsked('decline')}
              type="button"
            >
              不同意…
            </button>
          </>
        )}
        {!isNew && !isChanged && (
          <button
            className="cx-button"
            disabled={isStuck || whyNot.cancel !== null}
            onClick={() => setAsked('cancel')}
            type="button"
          >
            取消这条推送…
          </button>
        )}
      </p>
      {(isNew || isChanged) && whyNot.ask && <p className="cx-quiet">{whyNot.ask}</p>}
      {!isNew && !isChanged && isOpen && whyNot.decide && <p className="cx-quiet">{whyNot.decide}</p>}
      {asked && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void decide(asked, reason.trim());
          }}
        >
          <label>
            {reasonLabels[asked]}
            <input maxLength={200} onChange={(event) => setReason(event.target.value)} required value={reason} />
          </label>
          <p className="cx-buttons">
            <button className="cx-button cx-button--main" disabled={busy || reason.trim().length < 2} type="submit">
              {asked === 'decline' ? '不同意' : '取消推送'}
            </button>
            <button className="cx-button" onClick={() => setAsked(null)} type="button">
              不做了
            </button>
          </p>
        </form>
      )}
      <Said said={said} />
    </div>
  );
}

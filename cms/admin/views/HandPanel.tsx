'use client';
import { useState } from 'react';
import type { HandAct } from '../../../campaigns/outbox/hands/by-hand.ts';
import type { OfferedAct } from '../offered-acts.ts';
import { Said } from '../parts/Said.tsx';
import { ReceiptEntry } from './ReceiptEntry.tsx';
import { useHand } from './use-hand.ts';

const handLabels: Record<HandAct, string> = { confirm: '已发出', resume: '重新发送', withdraw: '已从平台撤下' };

interface Props {
  deliveryId: string;
  /** Which copy this is, for those who hear the page. */
  what: string;
  acts: OfferedAct[];
  /** An unknown outcome is settled only by what was seen on the platform. */
  needsUrl: boolean;
}

/** 登记: what a person has done or seen on the platform, entered beside the copy. */
export function HandPanel({ acts, deliveryId, needsUrl, what }: Props) {
  const { busy, enter, enterReceipt, said } = useHand(deliveryId);
  const [url, setUrl] = useState('');
  const [note, setNote] = useState('');
  const run = async (act: HandAct) => {
    const [link, remark] = [url.trim(), note.trim()];
    const body = act === 'confirm' && link ? { url: link } : act === 'withdraw' && remark ? { note: remark } : {};
    // The row has another state now, and so may the tabs and the alerts.
    if (await enter(act, body)) window.location.reload();
  };
  const button = (act: HandAct, blocked = false) => (
    <button className="cx-button" disabled={busy || blocked} onClick={() => void run(act)} type="button">
      {handLabels[act]}
    </button>
  );
  return (
    <details className="cx-hand">
      <summary>
        登记<span className="cx-hidden">：{what}</span>
      </summary>
      {acts.includes('confirm') && (
        <div className="cx-hand__act">
          <label>
            平台上的链接{!needsUrl && '（没有可不填）'}
            <input
              maxLength={500}
              onChange={(event) => setUrl(event.target.value)}
              placeholder="https://"
              type="url"
              value={url}
            />
          </label>
          {button('confirm', needsUrl && url.trim() === '')}
        </div>
      )}
      {acts.includes('resume') && (
        <div className="cx-hand__act">
          <p>先到平台看过，确实没有发出，才能重新发送。</p>
          {button('resume')}
        </div>
      )}
      {acts.includes('withdraw') && (
        <div className="cx-hand__act">
          <label>
            说明（可不填）
            <input maxLength={200} onChange={(event) => setNote(event.target.value)} type="text" value={note} />
          </label>
          {button('withdraw')}
        </div>
      )}
      {acts.includes('receipt') && (
        <ReceiptEntry
          busy={busy}
          enter={(receipt) =>
            void enterReceipt(receipt).then((done) => {
              if (done) window.location.reload();
            })
          }
        />
      )}
      <Said said={said} />
    </details>
  );
}

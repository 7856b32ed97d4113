import { systemClock } from '../../../campaigns/ports/clock.ts';
import { Fragment } from 'react';
import type { LedgerGroup, LedgerRow } from '../../ledger/ledger.ts';
import { isOpenRecall, type RecallState } from '../../../campaigns/ports/recall.ts';
import { deliveryLooks, recallLooks } from '../../words/delivery-looks.ts';
import { offeredActs, type OfferedAct } from '../offered-acts.ts';
import { StateMark } from '../parts/Shape.tsx';
import { clock, moment, momentOf, shortHash } from '../../words/words.ts';
import { HandPanel } from './HandPanel.tsx';
import { LookNow } from './LookNow.tsx';
import { UnknownTrail } from './UnknownTrail.tsx';

/** Copies by release. A row whose outcome is unknown stands open with every attempt; who may enter into the ledger finds 登记 beside it. */
export function LedgerTable({ groups, mayEnter }: { groups: LedgerGroup[]; mayEnter: boolean }) {
  if (groups.length === 0) return <p className="cx-empty">没有符合条件的推送。</p>;
  return (
    <div className="cx-scroll">
      <table className="cx-ledger">
        <thead>
          <tr>
            {['渠道', '计划', '实际', '状态', '链接或回执', '尝试'].map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        {groups.map((group) => (
          <tbody key={group.releaseId}>
            <tr className="cx-ledger__release">
              <th colSpan={6} scope="rowgroup">
                <strong>{group.title}</strong>
                <Origin group={group} />
              </th>
            </tr>
            {group.rows.map((row) => (
              <Fragment key={row.id}>
                <Row
                  acts={mayEnter ? offeredActs({ ...row, releaseWithdrawn: group.withdrawn !== null }) : []}
                  mayEnter={mayEnter}
                  row={row}
                />
                {row.state === 'unknown' && <UnknownTrail mayEnter={mayEnter} row={row} />}
              </Fragment>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

/** Which version, who signed it, its fingerprint, and whether it was taken back. */
function Origin({ group: { hash, signedAt, signedBy, version, withdrawn } }: { group: LedgerGroup }) {
  return (
    <span className="cx-quiet cx-apart">
      {version !== null && <span>第{version}版</span>}
      {signedBy && signedAt && (
        <span>
          终审 {signedBy} {moment(signedAt)}
        </span>
      )}
      {hash && <span title={hash}>指纹 {shortHash(hash)}</span>}
      {withdrawn && (
        <span>
          {moment(withdrawn.at)} 撤回：{withdrawn.reason}
        </span>
      )}
    </span>
  );
}

function Row({ acts, mayEnter, row }: { acts: OfferedAct[]; mayEnter: boolean; row: LedgerRow }) {
  const { shape, word } = deliveryLooks[row.state];
  const what = `${row.channelName}《${row.title}》`;
  return (
    <tr id={`d-${row.id}`}>
      <td>{row.channelName}</td>
      <td>{momentOf(row.plannedAt, systemClock.now())}</td>
      <td>{row.sentAt ? clock(row.sentAt) : '—'}</td>
      <td>
        <StateMark shape={shape} word={word} />
        {row.recall && <Recall by={row.recallBy} state={row.recall} />}
      </td>
      <td>
        <Receipt row={row} />
        {acts.length > 0 && (
          <HandPanel acts={acts} deliveryId={row.id} needsUrl={row.state === 'unknown'} what={what} />
        )}
        {mayEnter && row.state === 'sent' && <LookNow deliveryId={row.id} what={what} />}
      </td>
      <td>{row.attempts}</td>
    </tr>
  );
}

/** How far it is taken back, and by when that must be done while it is not. */
function Recall({ by, state }: { by: Date | null; state: RecallState }) {
  const { shape, word } = recallLooks[state];
  return (
    <p className="cx-recall">
      <StateMark shape={shape} word={word} />
      {by && isOpenRecall(state) && (
        <span className={by < systemClock.now() ? 'cx-red' : 'cx-quiet'}>{moment(by)} 前</span>
      )}
    </p>
  );
}

/** The link where there is one that may be followed, else the latest sentence. */
function Receipt({ row: { externalId, note, state, url } }: { row: LedgerRow }) {
  const followable = url !== null && /^https?:\/\//.test(url);
  if (followable && state === 'confirmed')
    return (
      <a href={url} rel="noreferrer" target="_blank">
        {shortLink(url)}
      </a>
    );
  return <>{note ?? url ?? externalId ?? '—'}</>;
}

function shortLink(url: string): string {
  const { host, pathname } = new URL(url);
  const tail = pathname.split('/').filter(Boolean).at(-1);
  return tail && pathname.length > 24 ? `${host}/…/${tail.slice(-12)}` : `${host}${pathname}`;
}

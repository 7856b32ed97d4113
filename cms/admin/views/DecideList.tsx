import { Link } from '@payloadcms/ui';
import { pushHref } from '../../daily/push-href.ts';
import type { CalendarConflict } from '../queries/calendar.ts';
import { noticeHref } from '../queries/my-work.ts';
import type { Proposal } from '../queries/proposals.ts';
import { ProposalItem } from './ProposalItem.tsx';

const shown = 6;

interface Rights {
  /** May change posts. */
  mayMove: boolean;
  /** May enter notices. */
  mayConfirm: boolean;
}

/** 要您拿主意: each matter is one sentence with one way on. */
export function DecideList({
  conflicts,
  proposals,
  rights,
}: {
  conflicts: CalendarConflict[];
  proposals: Proposal[];
  rights: Rights;
}) {
  const items = [
    ...conflicts.map((conflict) => <Item conflict={conflict} key={conflict.id} rights={rights} />),
    ...proposals.map((proposal) => <ProposalItem key={proposal.id} proposal={proposal} />),
  ];
  return (
    <>
      <h2 id="cx-decide">要您拿主意</h2>
      {items.length === 0 && <p className="cx-quiet">到明年年底，没有要拿主意的事。</p>}
      <ul aria-labelledby="cx-decide" className="cx-decide">
        {items.slice(0, shown)}
      </ul>
      {items.length > shown && (
        <details className="cx-decide__rest">
          <summary>另有{items.length - shown}件</summary>
          <ul className="cx-decide">{items.slice(shown)}</ul>
        </details>
      )}
    </>
  );
}

function Item({ conflict, rights }: { conflict: CalendarConflict; rights: Rights }) {
  const { href, word } = wayOn(conflict, rights);
  return (
    <li>
      {conflict.message}
      <Link aria-label={`${word}：${conflict.message}`} href={href} prefetch={false}>
        {word}
      </Link>
    </li>
  );
}

function wayOn(
  { isDaily, occasion, postDay, postId }: CalendarConflict,
  { mayConfirm, mayMove }: Rights,
): { href: string; word: string } {
  if (occasion !== null)
    return mayConfirm
      ? { href: noticeHref, word: '去确认' }
      : { href: '/admin/collections/occasion-notices', word: '看已登记的通知' };
  if (postId === null || postDay === null) return { href: '/admin/ledger', word: '看台账' };
  if (isDaily) return { href: pushHref(postId), word: '看这一条' };
  return {
    href: `/admin/calendar?month=${postDay.slice(0, 7)}${mayMove ? `&move=${postId}` : ''}#p-${postId}`,
    word: mayMove ? '移动一条' : '看这一条',
  };
}

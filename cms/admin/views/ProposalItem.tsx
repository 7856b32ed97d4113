import { Link } from '@payloadcms/ui';
import type { Proposal } from '../queries/proposals.ts';

/** A draft that the system has made for next year: nobody's work until somebody takes it up. */
export const ProposalItem = ({ proposal: { id, title, year } }: { proposal: Proposal }) => (
  <li>
    自动提议：{year}年“{title}”照上一年拟了草稿，稿件还没有选。要办，就选稿、报批、确认；不办，请管理员删除，不会再提。
    <Link aria-label={`看草稿：${year}年${title}`} href={`/admin/collections/campaigns/${id}`} prefetch={false}>
      看草稿
    </Link>
  </li>
);

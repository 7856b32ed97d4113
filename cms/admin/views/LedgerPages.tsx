import { Link } from '@payloadcms/ui';
import { ledgerHref, type LedgerQuery } from '../../ledger/ledger-query.ts';
import type { Ledger } from '../../ledger/ledger.ts';

/** Where in the ledger this page is. 上一页 is absent on page 1. */
export const LedgerPages = ({
  ledger: { first, last, page, pages, total },
  query,
}: {
  ledger: Ledger;
  query: LedgerQuery;
}) => (
  <footer className="cx-pages">
    <p>{total === 0 ? '共0行' : `共${total}行，第${first}—${last}行`}</p>
    <nav aria-label="翻页">
      {page > 1 && (
        <Link href={ledgerHref(query, { page: page - 1 })} prefetch={false}>
          上一页
        </Link>
      )}
      {pages > 1 && (
        <span>
          第{page}页，共{pages}页
        </span>
      )}
      {page < pages && (
        <Link href={ledgerHref(query, { page: page + 1 })} prefetch={false}>
          下一页
        </Link>
      )}
    </nav>
    <p>全部时间为北京时间　台账只增不改，审计可验</p>
  </footer>
);

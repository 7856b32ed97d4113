import { Link } from '@payloadcms/ui';
import { ledgerHref, type LedgerQuery } from '../../ledger/ledger-query.ts';
import type { Ledger } from '../../ledger/ledger.ts';

const loud = new Set(['unknown', 'refused', 'recall']);

/** Tabs are states with counts; the loud ones are red only while they hold something. */
export const LedgerTabs = ({ query, tabs }: { query: LedgerQuery; tabs: Ledger['tabs'] }) => (
  <nav aria-label="按状态看">
    <ul className="cx-tabs">
      {tabs.map(({ count, slug, word }) => (
        <li key={slug}>
          <Link
            aria-current={query.state === slug ? 'page' : undefined}
            className={loud.has(slug) && count > 0 ? 'cx-red' : undefined}
            href={ledgerHref(query, { state: slug })}
            prefetch={false}
          >
            {word} <span>{count}</span>
          </Link>
        </li>
      ))}
    </ul>
  </nav>
);

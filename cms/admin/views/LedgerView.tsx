import { Link } from '@payloadcms/ui';
import type { AdminViewServerProps } from 'payload';
import { mayEnter } from '../../ledger/may-enter.ts';
import { contentOf } from '../../content/content.ts';
import { ledgerHref, readLedgerQuery } from '../../ledger/ledger-query.ts';
import { loadLedger } from '../../ledger/ledger.ts';
import { loadPauses } from '../queries/pauses.ts';
import { Desk, requirePerson } from '../parts/Desk.tsx';
import { LedgerFilters } from './LedgerFilters.tsx';
import { LedgerPages } from './LedgerPages.tsx';
import { MissedPosts } from './MissedPosts.tsx';
import { LedgerTable } from './LedgerTable.tsx';
import { LedgerTabs } from './LedgerTabs.tsx';
import { PausePanel } from './pause/PausePanel.tsx';

/** `/admin/ledger`: 推送台账. */
export async function LedgerView(props: AdminViewServerProps) {
  const { payload, person } = requirePerson(props, '/admin/ledger');
  const { query, problems } = readLedgerQuery(props.searchParams ?? {});
  const [ledger, channels, pauses, campaigns] = await Promise.all([
    loadLedger(payload, query),
    contentOf(payload).channelNames(),
    loadPauses(payload),
    payload.find({
      collection: 'campaigns',
      pagination: false,
      depth: 0,
      joins: false,
      sort: '-year',
      select: { title: true, year: true },
    }),
  ]);
  return (
    <Desk props={props} trail={[{ label: '推送台账' }]}>
      <main className="cx-view">
        <header className="cx-head">
          <div>
            <h1>推送台账</h1>
            <p className="cx-lead">每一份副本一行：发到哪里、什么时候、现在怎样、试过几次。</p>
          </div>
          <PausePanel allowed={mayEnter(person)} paused={pauses.paused} running={pauses.running}>
            <a className="cx-button" href={ledgerHref(query).replace('/admin/ledger', '/api/deliveries/export.xlsx')}>
              导出 XLSX
            </a>
            <Link className="cx-button" href="/admin/collections/channel-pauses" prefetch={false}>
              暂停记录
            </Link>
          </PausePanel>
        </header>
        <LedgerTabs query={query} tabs={ledger.tabs} />
        <LedgerFilters campaigns={campaigns.docs} channels={channels} problems={problems} query={query} />
        <MissedPosts names={new Map(channels)} posts={ledger.missed} />
        <LedgerTable groups={ledger.groups} mayEnter={mayEnter(person)} />
        <LedgerPages ledger={ledger} query={query} />
      </main>
    </Desk>
  );
}

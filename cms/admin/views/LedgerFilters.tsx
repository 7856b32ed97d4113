import type { LedgerQuery } from '../queries/ledger-query.ts';

interface Props {
  query: LedgerQuery;
  problems: string[];
  channels: Map<string, string>;
  campaigns: { id: string; title: string; year: number }[];
}

/** A plain form: works without scripts, and its address can be passed on. */
export const LedgerFilters = ({ query, problems, channels, campaigns }: Props) => (
  <form action="/admin/ledger" className="cx-filters" method="get" role="search">
    {problems.map((problem) => <p className="cx-problem" key={problem} role="alert">{problem}</p>)}
    {query.state !== 'all' && <input name="state" type="hidden" value={query.state} />}
    <label className="cx-filters__q">
      <span>搜标题、链接、编号</span>
      <input defaultValue={query.q} maxLength={100} name="q" type="search" />
    </label>
    <label>
      <span>渠道</span>
      <select defaultValue={query.channel} name="channel">
        <option value="">全部渠道</option>
        {[...channels].map(([id, name]) => <option key={id} value={id}>{name}</option>)}
      </select>
    </label>
    <label>
      <span>活动</span>
      <select defaultValue={query.campaign} name="campaign">
        <option value="">全部活动</option>
        {campaigns.map(({ id, title, year }) => <option key={id} value={id}>{year} {title}</option>)}
      </select>
    </label>
    <label>
      <span>从</span>
      <input defaultValue={query.from} name="from" type="date" />
    </label>
    <label>
      <span>到</span>
      <input defaultValue={query.to} name="to" type="date" />
    </label>
    <button className="cx-button cx-button--main" type="submit">筛选</button>
    <a className="cx-filters__clear" href="/admin/ledger">清空</a>
  </form>
);

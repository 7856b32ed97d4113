import { dailyId, dailyTitle } from '../../../campaigns/planner/daily.ts';
import type { LedgerQuery } from '../../ledger/ledger-query.ts';

interface Props {
  query: LedgerQuery;
  problems: string[];
  channels: Map<string, string>;
  campaigns: { id: string; title: string; year: number }[];
}

/** A plain form: works without scripts, and its address can be passed on. */
export const LedgerFilters = ({ query, problems, channels, campaigns }: Props) => (
  <form action="/admin/ledger" className="cx-filters" method="get" role="search">
    {problems.map((problem) => (
      <p className="cx-problem" key={problem} role="alert">
        {problem}
      </p>
    ))}
    {query.state !== 'all' && <input name="state" type="hidden" value={query.state} />}
    <label className="cx-filters__q">
      <span>搜标题、链接、编号</span>
      <input defaultValue={query.q} maxLength={100} name="q" type="search" />
    </label>
    <label>
      <span>渠道</span>
      <select defaultValue={query.channel} name="channel">
        <option value="">全部渠道</option>
        {[...channels].map(([id, name]) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
    <label>
      <span>活动</span>
      <select defaultValue={query.campaign} name="campaign">
        <option value="">全部活动</option>
        <option value={dailyId}>{dailyTitle}</option>
        {campaigns.map(({ id, title, year }) => (
          <option key={id} value={id}>
            {year} {title}
          </option>
        ))}
      </select>
    </label>
    <DayBox label="从" name="from" value={query.from} />
    <DayBox label="到" name="to" value={query.to} />
    <button className="cx-button cx-button--main" type="submit">
      筛选
    </button>
    <a className="cx-filters__clear" href="/admin/ledger">
      清空
    </a>
  </form>
);

/** A text box: the browser's own date box follows the machine's language, not the page's. */
const DayBox = ({ label, name, value }: { label: string; name: string; value: string }) => (
  <label className="cx-filters__day">
    <span>{label}（年-月-日）</span>
    <input
      defaultValue={value}
      inputMode="numeric"
      maxLength={10}
      name={name}
      pattern="\d{4}-\d{2}-\d{2}"
      placeholder="2026-06-14"
      title="请写成 2026-06-14 这样的年月日"
      type="text"
    />
  </label>
);

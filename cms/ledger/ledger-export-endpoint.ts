import { civilDay } from '../../campaigns/calendar/civil-day.ts';
import { staffEndpoint } from '../access/staff-endpoint.ts';
import { findDeliveries } from './deliveries.ts';
import { readLedgerQuery } from './ledger-query.ts';
import { ledgerWhere } from './ledger.ts';
import { answer } from '../http/http.ts';
import { ledgerSheet } from './ledger-sheet.ts';

/** What one file holds: a desk's copies of several years; more than that nobody reads in a spreadsheet. */
const most = 20_000;

/**
 * `GET /api/deliveries/export.xlsx` with the ledger's own filters: everything they find, latest planned first. For
 * everybody who may read the ledger. → 200 XLSX, or 4xx `{ message }`.
 */
export const exportLedger = staffEndpoint('get', '/export.xlsx', async ({ now, payload, req }) => {
  const { query, problems } = readLedgerQuery(Object.fromEntries(req.searchParams ?? []));
  if (problems.length > 0) return answer(422, problems.join(''));
  const { rows, total } = await findDeliveries(payload, await ledgerWhere(payload, query), {
    sort: '-plannedAt',
    limit: most,
  });
  if (total > most) return answer(422, `共${total}行，一次最多导出${most}行：请用日期、渠道或活动缩小范围。`);
  const name = encodeURIComponent(`推送台账-${civilDay(now)}.xlsx`);
  return new Response((await ledgerSheet(rows)) as BodyInit, {
    headers: {
      'Content-Type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'Content-Disposition': `attachment; filename="ledger.xlsx"; filename*=UTF-8''${name}`,
      'Cache-Control': 'no-store',
    },
  });
});

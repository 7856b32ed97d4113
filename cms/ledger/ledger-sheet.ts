import { instantText } from '../../campaigns/calendar/civil-day.ts';
import type { DeliveryRow } from './deliveries.ts';
import { copyWord } from '../words/delivery-looks.ts';

const sheetColumns = ['稿件', '渠道', '计划', '实际', '状态', '链接', '次数', '说明'] as const;
const widths = [44, 14, 18, 18, 12, 48, 7, 60];

/**
 * 2026-06-14 09:00, Asia/Shanghai: as text, because a spreadsheet's dates have no zone. A moment that cannot be read says
 * so in its cell: a row left out would be a push that nobody misses.
 */
const time = (at: Date | null): string => {
  if (!at) return '';
  return Number.isNaN(at.getTime()) ? '读不出来' : instantText(at).slice(0, 16).replace('T', ' ');
};

/** The ledger as an XLSX file: one copy a row, every cell a text or a number, never a formula. */
export async function ledgerSheet(rows: readonly DeliveryRow[]): Promise<Uint8Array> {
  // Only this door needs it, and few walk through.
  const { default: writeXlsxFile } = await import('write-excel-file/node');
  const text = (value: string) => ({ type: String, value });
  const head = sheetColumns.map((name) => ({ type: String, value: name, fontWeight: 'bold' as const }));
  const body = rows.map((row) => [
    text(row.title),
    text(row.channelName),
    text(time(row.plannedAt)),
    text(time(row.sentAt)),
    text(copyWord(row)),
    text(row.url ?? row.externalId ?? ''),
    { type: Number, value: row.attempts },
    text(row.note ?? ''),
  ]);
  const file = writeXlsxFile([head, ...body], {
    sheet: '推送台账',
    columns: widths.map((width) => ({ width })),
    stickyRowsCount: 1,
  });
  return new Uint8Array(await file.toBuffer());
}

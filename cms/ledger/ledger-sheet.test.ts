import readXlsxFile from 'read-excel-file/node';
import { expect, it } from 'vitest';
import type { DeliveryRow } from './deliveries.ts';
import { ledgerSheet } from './ledger-sheet.ts';

const row = (more: Partial<DeliveryRow> = {}): DeliveryRow => ({
  id: 'd',
  releaseId: 'r',
  storyId: 's',
  campaignId: 'c',
  channel: 'wechat',
  channelName: '微信公众号',
  title: '秤上的星（示例）',
  state: 'confirmed',
  plannedAt: new Date('2026-12-04T01:00:00Z'),
  sentAt: null,
  nextAt: null,
  url: null,
  externalId: null,
  attempts: 1,
  note: null,
  superseded: false,
  goneLater: null,
  recall: null,
  recallBy: null,
  recallAt: null,
  recallOrder: null,
  ...more,
});
const cells = async (...rows: DeliveryRow[]) =>
  ((await readXlsxFile(Buffer.from(await ledgerSheet(rows))))[0]?.data ?? []).slice(1);

it('a moment that cannot be read says so in its cell, and takes no other row with it', async () => {
  const broken = new Date('garbage');
  const found = await cells(
    row({ title: '前' }),
    row({ title: '坏', plannedAt: broken, sentAt: broken }),
    row({ title: '后' }),
  );
  expect(found.map(([title, , planned, sent]) => [title, planned, sent])).toEqual([
    ['前', '2026-12-04 09:00', null],
    ['坏', '读不出来', '读不出来'],
    ['后', '2026-12-04 09:00', null],
  ]);
});

it('the account’s own number stands where there is no address', async () => {
  const found = await cells(row({ externalId: 'm-1' }), row({ externalId: 'm-2', url: 'https://weibo.example/2' }));
  expect(found.map((cell) => cell[5])).toEqual(['m-1', 'https://weibo.example/2']);
});

it('keeps what a formula would be made of as the text it is', async () => {
  const hostile = ['=HYPERLINK("http://a.example")', '+1', '@SUM(A1)', '-2'];
  expect(
    (await cells(...hostile.map((title) => row({ title, note: title })))).map((cell) => [cell[0], cell[7]]),
  ).toEqual(hostile.map((text) => [text, text]));
});

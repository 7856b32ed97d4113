import { describe, expect, it } from 'vitest';
import { createRandom, type Random } from '../../../calendar/testing/random.ts';
import {
  attemptKinds,
  passingOutcomes,
  plainOutcomes,
  type Attempt,
  type AttemptResult,
} from '../../../ports/attempt.ts';
import { goneBys } from '../../../ports/delivery.ts';
import { receiptResults } from '../../../ports/receipt.ts';
import { correction, withdrawal } from '../../engine/recall/testing/orders.ts';
import { ended, running } from '../../testing/attempts.ts';
import { later, start } from '../../testing/fixtures.ts';
import { readAttempt, writeAttempt, writeAttemptPatch, type AttemptRow } from './attempt.ts';

/** One of each outcome there is. */
const results: AttemptResult[] = [
  ...plainOutcomes.map((outcome) => ({ outcome })),
  ...passingOutcomes.map((outcome) => ({ outcome, after: 5000 })),
  ...[later(3), null].map((receivedAt) => ({
    outcome: 'confirmed' as const,
    externalId: '2247',
    url: null,
    receivedAt,
  })),
  { outcome: 'sent', externalId: null, after: 0 },
  ...[...goneBys, null].map((goneLater) => ({ outcome: 'refused' as const, goneLater })),
  ...goneBys.map((goneLater) => ({ outcome: 'gone-later' as const, goneLater })),
  { outcome: 'notified', reference: 'n-1' },
  ...receiptResults.map((receipt) => ({ outcome: 'receipt' as const, receipt })),
  ...[withdrawal(), correction()].map((order) => ({ outcome: 'recall' as const, order })),
];
const kindOf = ({ outcome }: AttemptResult): Attempt['kind'] => (outcome === 'recall' ? 'recall' : 'look');

/** What a database gives back: JSON has no dates, and nothing that is undefined. */
const kept = (attempt: Attempt): AttemptRow => ({
  ...writeAttempt(attempt),
  progress: JSON.parse(JSON.stringify(writeAttempt(attempt).progress)) as unknown,
});

it.each(results.map((result) => [JSON.stringify(result), result] as const))('comes back as it was: %s', (_, result) => {
  const attempt: Attempt = {
    ...running('d', { kind: kindOf(result) }),
    ...ended(result, { note: '说明。', progress: { draft: 'x', none: null, count: 2, yes: true } }),
  };
  expect(readAttempt(kept(attempt))).toEqual(attempt);
  expect(writeAttemptPatch(attempt).progress).toEqual(writeAttempt(attempt).progress);
});

it.each(attemptKinds.filter((kind) => kind !== 'recall'))('comes back while it runs: %s', (kind) => {
  const attempt = running('d', { kind, begun: kind === 'send', progress: { draft: 'x' } });
  expect(readAttempt(kept(attempt))).toEqual(attempt);
});

describe('rows of the version before', () => {
  const at = { owner: 'host:1:1:a', startedAt: start, leaseUntil: start, finishedAt: later(1), note: '说明。' };
  const row = (number: number, kind: string, outcome: string | null, progress: unknown): AttemptRow => ({
    deliveryId: 'd',
    number,
    kind,
    outcome,
    progress,
    ...at,
  });
  const order = {
    orderId: 'c:7',
    orderKind: 'correct',
    orderReason: '数字有误',
    orderAt: start.getTime(),
    orderDeadline: '2026-06-17',
    orderWrong: '三十年',
    orderRight: '十三年',
  };
  it.each<[string, AttemptRow, object]>([
    [
      'sent',
      row(1, 'send', 'sent', { begun: true, publishId: '22', resultExternalId: null, resultAfter: 5000 }),
      { begun: true, progress: { publishId: '22' }, externalId: null, after: 5000 },
    ],
    [
      'crashed before the call',
      row(1, 'send', 'crashed', { begun: false, resultAfter: 0 }),
      { begun: false, progress: {}, after: 0 },
    ],
    [
      'crashed after it',
      row(1, 'send', 'crashed', { begun: true, resultAfter: 30_000, draft: 'x' }),
      { begun: true, progress: { draft: 'x' }, after: 30_000 },
    ],
    [
      'confirmed',
      row(2, 'look', 'confirmed', { resultExternalId: '2247_1', resultUrl: 'https://example.com/s' }),
      { externalId: '2247_1', url: 'https://example.com/s', receivedAt: null },
    ],
    ['confirmed by a person', row(2, 'look', 'confirmed', {}), { externalId: null, url: null, receivedAt: null }],
    [
      'an outlet’s receipt for a story',
      row(2, 'look', 'confirmed', { storyReceipt: later(9).getTime() }),
      { receivedAt: later(9), progress: {} },
    ],
    ['resumed', row(2, 'skip', 'resumed', { resumedAt: start.getTime() }), { finishedAt: later(1), progress: {} }],
    [
      'a refusal of what had been out',
      row(2, 'look', 'refused', { publishId: '22', goneLater: 'platform' }),
      { goneLater: 'platform', progress: { publishId: '22' } },
    ],
    ['a plain refusal', row(1, 'send', 'refused', { begun: true }), { goneLater: null, begun: true }],
    ['gone later', row(3, 'look', 'gone-later', { goneLater: 'account' }), { goneLater: 'account', progress: {} }],
    ['an order', row(3, 'recall', 'recall', order), { order: correction({ id: 'c:7' }), progress: {} }],
    [
      'a notice',
      row(4, 'correct', 'notified', { resultReference: 'n-1', notice: 'x' }),
      { reference: 'n-1', progress: { notice: 'x' } },
    ],
    ['a receipt', row(5, 'look', 'receipt', { receipt: 'printed' }), { receipt: 'printed', progress: {} }],
    ['a retry without a time', row(1, 'send', 'retry', { begun: true }), { after: 0 }],
    ['no column at all', row(1, 'skip', 'superseded', null), { progress: {}, begun: false }],
    [
      'running',
      { ...row(1, 'send', null, { begun: true }), finishedAt: null, note: null },
      { outcome: null, begun: true },
    ],
  ])('%s: read, and written so that the version before reads all of it', (_, given, read) => {
    expect(readAttempt(given)).toMatchObject(read);
    // Its programs look for every one of these words; that a send has not begun, they are told by none.
    const words = (progress: unknown) =>
      Object.entries(progress ?? {}).flatMap(([word, value]) => (word === 'begun' && value === false ? [] : [word]));
    expect(words(kept(readAttempt(given)).progress)).toEqual(expect.arrayContaining(words(given.progress)));
  });

  it('nobody but a send has begun to send', () =>
    expect(readAttempt(row(1, 'look', 'not-sent', { begun: true })).begun).toBe(false));
});

describe('a row that does not fit', () => {
  const fits = kept({ ...running('d7', { number: 3 }), ...ended({ outcome: 'sent', externalId: 'x', after: 1 }) });
  it.each<[string, Partial<AttemptRow>]>([
    ['结果“gesendet”不认识', { outcome: 'gesendet' }],
    ['做的事“sned”不认识', { kind: 'sned' }],
    ['次数不是', { number: 0 }],
    ['已经结束，没有结果', { outcome: null }],
    ['有结果，没有结束时间', { finishedAt: null }],
    ['不相符', { kind: 'recall' }],
    ['不相符', { outcome: 'recall' }],
    [
      '缺编号、时间或期限',
      {
        kind: 'recall',
        outcome: 'recall',
        progress: { orderId: 'w:1', orderKind: 'withdraw', orderAt: 1, orderDeadline: '明天' },
      },
    ],
    ['回执“gone”不认识', { outcome: 'receipt', progress: { receipt: 'gone' } }],
    ['“resultAfter”不是数字', { progress: { resultAfter: 'soon' } }],
    ['“resultExternalId”不是文字', { progress: { resultExternalId: 7 } }],
    ['进度“draft”不是文字、数字或是非', { progress: { draft: { id: 1 } } }],
    ['进度不是一组键和值', { progress: '{' }],
    ['进度不是一组键和值', { progress: [1] }],
    ['说明不是文字', { note: 3 }],
  ])('is one sentence: %s', (sentence, wrong) => {
    expect(() => readAttempt({ ...fits, ...wrong })).toThrow(sentence);
    expect(() => readAttempt({ ...fits, ...wrong })).toThrow(/^推送 d7 的第 \d 次记录读不懂：.+。$/);
  });
});

it('a channel cannot use a word of the outbox', () => {
  for (const word of ['begun', 'resultUrl', 'receipt', 'orderId', 'goneLater', 'superseded']) {
    expect(() => writeAttempt(running('d', { progress: { [word]: true } }))).toThrow(`渠道不能用“${word}”`);
    expect(() => writeAttemptPatch({ leaseUntil: start, progress: { [word]: 1 }, begun: true })).toThrow(word);
  }
});

const words = [
  ...attemptKinds,
  ...results.map(({ outcome }) => outcome),
  ...goneBys,
  ...receiptResults,
  'withdraw',
  '2026-06-17',
  '',
  '甲',
  '__proto__',
  'constructor',
];
const keys = [
  'begun',
  'resultAfter',
  'resultExternalId',
  'resultUrl',
  'resultReference',
  'receipt',
  'storyReceipt',
  'goneLater',
  'orderId',
  'orderKind',
  'orderAt',
  'orderDeadline',
  'draft',
  '__proto__',
];
function junk(random: Random, depth = 0): unknown {
  const simple = [
    null,
    undefined,
    true,
    false,
    0,
    1,
    -1,
    1e308,
    8.64e15,
    random.int(0, 2e12),
    random.pick(words),
    random.pick(words),
  ];
  if (depth > 1 || random.chance(0.7)) return random.pick(simple.map((value) => [value]))[0];
  if (random.chance(0.2)) return [junk(random, depth + 1)];
  return Object.fromEntries(
    Array.from({ length: random.int(0, 6) }, () => [random.pick(keys), junk(random, depth + 1)]),
  );
}

it('whatever a column holds: an attempt that comes back as it was read, or a sentence', () => {
  const random = createRandom(53);
  let read = 0;
  for (let i = 0; i < 30_000; i += 1) {
    const whole = kept({ ...running('d', { kind: random.pick(attemptKinds) }), ...ended(random.pick(results)) });
    const row: AttemptRow = {
      ...whole,
      ...(random.chance(0.3) ? { finishedAt: null } : {}),
      outcome: random.chance(0.7) ? whole.outcome : junk(random),
      kind: random.chance(0.7) ? whole.kind : junk(random),
      note: random.chance(0.7) ? '说明。' : junk(random),
      progress: random.chance(0.4) ? whole.progress : junk(random),
    };
    try {
      const attempt = readAttempt(row);
      expect(readAttempt(kept(attempt))).toEqual(attempt);
      read += 1;
    } catch (error) {
      expect(error).toBeInstanceOf(RangeError);
      expect(String(error)).toMatch(/^RangeError: 推送 d 的第 1 次记录读不懂：[^]+。$/);
    }
  }
  expect(read).toBeGreaterThan(1000);
  expect(read).toBeLessThan(29_000);
});

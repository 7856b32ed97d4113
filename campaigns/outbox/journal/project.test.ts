import { describe, expect, it } from 'vitest';
import type { AttemptResult } from '../../ports/attempt.ts';
import type { Delivery } from '../../ports/delivery.ts';
import { later, newDelivery, start } from '../testing/fixtures.ts';
import { confirmed, crashed, refused, retry, sent, trailOf, unknown, type Step } from '../testing/attempts.ts';
import { defaultLimits } from './limits.ts';
import { createMemoryStore } from './memory-store.ts';
import { nextKind } from './next-kind.ts';
import { project } from './project.ts';

const minute = 60_000;
const hour = 60 * minute;
const store = createMemoryStore();
await store.create(newDelivery());
const [fresh] = await store.list({});
const row = (given: Partial<Delivery> = {}): Delivery => ({ ...(fresh as Delivery), ...given });
const after = (steps: readonly Step[], given: Partial<Delivery> = {}) =>
  project(row(given), trailOf(...steps), defaultLimits, () => 0);
const plain = (
  outcome: 'not-sent' | 'blocked' | 'not-live' | 'superseded' | 'rearmed' | 'missed' | 'ask' | 'resumed',
) => ({ outcome }) as const;
const many = (count: number, step: Step): Step[] => Array.from({ length: count }, () => step);

describe('what one step makes of a copy', () => {
  it.each<[string, Step, object]>([
    ['the platform has it', ['send', sent], { state: 'sent', nextAt: later(1000), sentAt: start }],
    ['it is out', ['send', confirmed], { state: 'confirmed', nextAt: null, sentAt: start }],
    ['the answer was lost', ['send', unknown], { state: 'unknown', nextAt: later(1000) }],
    ['the machine went down in the middle', ['send', crashed], { state: 'unknown', nextAt: start }],
    [
      'the machine went down before it reached out',
      ['send', crashed, 0, { begun: false }],
      { state: 'pending', nextAt: start },
    ],
    ['the platform is busy', ['send', retry], { state: 'pending', nextAt: later(3000) }],
    ['the platform says when', ['send', { outcome: 'retry', after: hour }], { state: 'pending', nextAt: later(hour) }],
    ['the content must change', ['send', refused], { state: 'refused', nextAt: null }],
    ['somebody must act', ['send', plain('blocked')], { state: 'dead', nextAt: null }],
    ['the release is not live', ['skip', plain('not-live')], { state: 'skipped', superseded: true }],
    ['the plan has no use for it', ['skip', plain('superseded')], { state: 'skipped', superseded: true }],
    ['its minute was missed', ['skip', plain('missed')], { state: 'skipped', superseded: false }],
    ['its minute was missed and somebody is asked', ['skip', plain('ask')], { state: 'dead', nextAt: null }],
    ['a person took it off', ['look', { outcome: 'withdrawn' }], { state: 'withdrawn', nextAt: null }],
    ['a person says: again', ['skip', plain('resumed')], { state: 'pending', nextAt: start }],
    [
      'the plan wants it again at its minute',
      ['skip', plain('rearmed')],
      { state: 'pending', nextAt: later(5 * hour) },
    ],
  ])('%s', (_what, step, expected) => {
    const given = step[1].outcome === 'rearmed' ? { plannedAt: later(5 * hour) } : {};
    expect(after([step], given)).toMatchObject({ attempts: 1, ...expected });
  });

  it('a send is only ever followed by another one when it surely did not reach out', () => {
    const all: AttemptResult[] = [
      sent,
      unknown,
      crashed,
      confirmed,
      refused,
      retry,
      plain('not-sent'),
      plain('blocked'),
    ];
    const again = all.filter((result) => nextKind(trailOf(['send', result])) === 'send').map(({ outcome }) => outcome);
    expect(again).toEqual(['retry', 'not-sent']);
  });
});

describe('when a person is called', () => {
  it.each([
    ['nine refusals', many(9, ['send', retry]), 'pending'],
    ['ten refusals', many(10, ['send', retry]), 'dead'],
    ['ten sends of which nothing came', many(10, ['send', plain('not-sent')]), 'dead'],
    ['ten refusals, and a person says: again', [...many(10, ['send', retry]), ['skip', plain('resumed')]], 'pending'],
    [
      'ten refusals, then the plan wants it again',
      [...many(10, ['send', retry]), ['skip', plain('rearmed')]],
      'pending',
    ],
    [
      'ten after a person said so',
      [...many(5, ['send', retry]), ['skip', plain('resumed')], ...many(10, ['send', retry])],
      'dead',
    ],
    ['twenty-nine crashes before reaching out', many(29, ['send', crashed, 0, { begun: false }]), 'pending'],
    ['thirty crashes before reaching out', many(30, ['send', crashed, 0, { begun: false }]), 'dead'],
    [
      'crashes do not count as refusals',
      [...many(20, ['send', crashed, 0, { begun: false }]), ...many(9, ['send', retry])],
      'pending',
    ],
  ] as [string, Step[], string][])('%s: %s', (_what, steps, state) => {
    const made = after(steps);
    expect(made.state).toBe(state);
    if (state === 'dead') expect(made.note).toMatch(/^已试 \d+ 次都没有发出，请人工处理。最后一次结果：第\d+步。$/);
  });

  it('after a person said so, the waits begin anew', () => {
    const again: Step[] = [...many(6, ['send', retry]), ['skip', plain('resumed')], ['send', retry, 10]];
    expect(after(again).nextAt).toEqual(later(10 * minute + 3000));
    expect(after(many(6, ['send', retry, 10])).nextAt).toEqual(later(40 * minute));
  });

  /** Looks an hour apart. */
  const looks = (hours: number, result: AttemptResult): Step[] =>
    Array.from({ length: hours }, (_, i) => ['look', result, (i + 1) * 60]);
  it.each([
    ['unknown for a day', [['send', unknown, 0], ...looks(24, unknown)], 'unknown'],
    ['unknown for longer', [['send', unknown, 0], ...looks(25, unknown)], 'dead'],
    ['accepted, for a week', [['send', sent, 0], ...looks(7 * 24, sent)], 'sent'],
    ['accepted, for longer', [['send', sent, 0], ...looks(7 * 24 + 1, sent)], 'dead'],
    [
      'unknown, but the machine was off for a month',
      [
        ['send', unknown, 0],
        ['look', unknown, 30 * 24 * 60],
      ],
      'unknown',
    ],
    [
      'unknown, and the clock was set back',
      [
        ['send', unknown, 0],
        ['look', unknown, -90_000],
      ],
      'unknown',
    ],
  ] as [string, Step[], string][])('%s: %s', (_what, steps, state) => expect(after(steps).state).toBe(state));

  it('once accepted, an answer that is lost later is no doubt about the send', () =>
    expect(
      after(
        [
          ['send', sent, 0],
          ['look', unknown, 1],
        ],
        { sentAt: start },
      ),
    ).toMatchObject({ state: 'sent' }));
});

describe('what is known of a copy', () => {
  it('later notes win, and what was known before stays', () => {
    const made = after(
      [
        ['send', unknown, 0, { progress: { draft: 'a', try: 1 } }],
        ['look', unknown, 1, { progress: { try: 2, none: null } }],
      ],
      { progress: { draft: 'old', kept: true } },
    );
    expect(made.progress).toEqual({ draft: 'a', try: 2, none: null, kept: true });
  });

  it.each<[string, AttemptResult, object]>([
    [
      'both said',
      { ...confirmed, externalId: '22', url: 'https://p.example/22' },
      { externalId: '22', url: 'https://p.example/22' },
    ],
    ['nothing said: what was known stays', confirmed, { externalId: '7', url: 'https://p.example/7' }],
    ['only the number', { ...confirmed, externalId: '22' }, { externalId: '22', url: 'https://p.example/7' }],
  ])('where it stands, %s', (_what, result, expected) =>
    expect(after([['send', result]], { externalId: '7', url: 'https://p.example/7' })).toMatchObject(expected),
  );

  it('found out there by a look, it was accepted when it was sent', () =>
    expect(
      after([
        ['send', unknown, 10],
        ['look', confirmed, 50],
      ]),
    ).toMatchObject({ sentAt: later(10 * minute) }));

  it('who took it off stays known, whatever a person enters afterwards', () => {
    const gone: Step[] = [
      ['send', confirmed],
      ['look', { outcome: 'gone-later', goneLater: 'platform' }],
    ];
    expect(after(gone)).toMatchObject({ state: 'dead', goneLater: 'platform', nextAt: null });
    expect(after([...gone, ['look', confirmed]])).toMatchObject({ state: 'confirmed', goneLater: 'platform' });
  });

  it('a row behind its attempts is made the same again, however often', () => {
    const steps: Step[] = [
      ['send', sent, 0, { progress: { publishId: '22' } }],
      ['look', sent, 1],
      ['look', confirmed, 2],
    ];
    const once = after(steps);
    expect(after(steps, once as Partial<Delivery>)).toEqual(once);
  });

  it('an attempt that still runs makes no row', () => {
    const [first] = trailOf(['send', sent]);
    const open = { ...first!, finishedAt: null, outcome: null, note: null } as const;
    expect(() => project(row(), [open as never], defaultLimits, () => 0)).toThrow('not finished');
  });
});

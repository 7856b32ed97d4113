import type { Payload } from 'payload';
import { describe, expect, it } from 'vitest';
import { table } from '../../access/table.ts';
import type { StepState, StepStates } from '../../ops/step-state.ts';
import { isSentence } from '../testing/sentences.ts';
import { stepAlerts } from './step-alerts.ts';

const since = '2026-06-14T01:00:00.000Z';
const id = '01a2227a-a899-73a2-9924-ac0d46836904';
const fine: StepState = {
  title: '排期',
  advice: '请把这句话告诉系统管理员。',
  lastSuccess: since,
  failing: null,
  stuck: [],
};
const told = (states: StepStates) =>
  stepAlerts({ kv: { get: () => Promise.resolve(states) } } as unknown as Pick<Payload, 'kv'>);
const stuckAt = async (item: string) =>
  (await told({ plan: { ...fine, stuck: [{ item, title: '那一条', error: '读不出来。', since }] } }))[0];

it('steps that go through say nothing; before the first minute there is nothing to say', async () => {
  expect(await told({ plan: fine })).toEqual([]);
  expect(await told('broken' as unknown as StepStates)).toEqual([]);
});

it('a step that fails says since when, how, and what to do', async () => {
  const [alert, ...rest] = await told({ plan: { ...fine, failing: { since, error: '磁盘满了。' } } });
  expect(rest).toEqual([]);
  expect(alert).toMatchObject({
    what: '“排期”这一步从6月14日 09:00起没有做完：磁盘满了。其余各步照常。',
    advice: fine.advice,
    href: '/admin/ledger',
  });
});

it('five stuck items are listed, the others counted; every alert is another and ends as a sentence', async () => {
  const stuck = Array.from({ length: 9 }, (_, i) => ({
    item: `story ${i}`,
    title: `第${i}篇`,
    error: '读不出来。',
    since,
  }));
  const alerts = await told({
    plan: { ...fine, failing: { since, error: '磁盘满了。' }, stuck },
    tell: { ...fine, title: '通知', stuck },
  });
  expect(alerts).toHaveLength(13);
  expect(alerts[6]?.what).toBe('“排期”另有4件也卡住了。');
  expect(new Set(alerts.map((alert) => alert.id)).size).toBe(alerts.length);
  for (const { advice, what } of alerts) expect([what, advice]).toSatisfy((some: string[]) => some.every(isSentence));
});

describe('the way to what is stuck', () => {
  it.each([
    [`story ${id}`, `/admin/collections/stories/${id}`],
    [`post ${id}:weibo`, `/admin/collections/posts/${id}`],
    [`delivery ${id}`, `/admin/ledger?state=all#d-${id}`],
    [`lexicons ${id}`, `/admin/collections/lexicons/${id}`],
    [`correction ${id}`, `/admin/collections/corrections/${id}`],
    [`notice ${id}`, `/admin/collections/occasion-notices/${id}`],
    ['file lists/wage-arrears', '/admin/files'],
    ['content channels/press', '/admin/files'],
  ])('%s is there', async (item, href) => {
    expect((await stuckAt(item))?.href).toBe(href);
  });

  it.each([
    ['columns', '/admin/collections/columns'],
    ['columns knowledge', '/admin/collections/columns'],
    ['post spring/first', '/admin/collections/posts'],
    ['publication 7', '/admin/collections/publications'],
  ])('%s is no row by that name: its list is opened', async (item, href) => {
    expect((await stuckAt(item))?.href).toBe(href);
  });

  it('never leads to a page that some of those who read it may not open, nor to one that is not there', async () => {
    for (const collection of [...Object.keys(table), 'list', 'account', '?', 'toString', 'constructor']) {
      const { href = '' } = (await stuckAt(`${collection} ${id}`)) ?? {};
      const [, slug] = /^\/admin\/collections\/([^/]+)/.exec(href) ?? [];
      if (slug) expect(table[slug as keyof typeof table].author).toMatchObject({ read: 'any' });
      else expect(href).toMatch(/^\/admin\/ledger/);
    }
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '../../access/roles.ts';
import { pageSize } from '../../ledger/ledger.ts';
import { pauseChannel } from '../../store/channel-pauses.ts';
import { createDeliveryStore } from '../../store/payload-delivery-store.ts';
import { person } from '../../testing/people.ts';
import { sampleDesk, type SampleDesk } from '../../testing/sample-desk.ts';
import { testCms, type TestCms } from '../../testing/test-cms.ts';
import { ledgerTabs } from '../../words/delivery-looks.ts';
import { hostile, isMarkup } from '../testing/sentences.ts';
import { showView } from '../testing/view.ts';
import { LedgerView } from './LedgerView.tsx';

let cms: TestCms;
let sample: SampleDesk;
let ids: Record<'confirmed' | 'unknown' | 'refused' | 'recall' | 'pending', string>;
const minutes = (n: number) => new Date(Date.now() + n * 60_000);
beforeAll(async () => {
  cms = await testCms();
  sample = await sampleDesk(cms.payload);
  ids = {
    confirmed: await sample.deliver('confirmed', minutes(-90), {
      url: 'https://example.org/a/very/long/path/of/an/article/0123456789abcdef',
    }),
    unknown: await sample.deliver('unknown', minutes(-20), { nextAt: minutes(4) }),
    refused: await sample.deliver('refused', minutes(-50), { channel: 'weibo', note: hostile, release: 1 }),
    recall: await sample.deliver('confirmed', minutes(-200), { channel: 'press', url: 'javascript:alert(1)' }),
    pending: await sample.deliver('pending', minutes(60)),
  };
  await createDeliveryStore(cms.payload).patch(ids.recall, {
    recall: 'no-receipt',
    recallOrder: 'w:1',
    recallAt: minutes(-100),
    recallBy: minutes(-1),
  });
});
afterAll(() => cms.close());

const look = async (search: Record<string, string> = {}, who = sample.desk.signer) =>
  showView(LedgerView, cms.payload, who, search);
const as = (role: Role) => person(cms.payload, role);

describe('what the ledger shows', () => {
  it('one row a copy under its release, each with a word for its state', async () => {
    const { texts, trail } = await look();
    expect(trail).toEqual(['推送台账']);
    expect(texts('.cx-ledger__release strong').sort()).toEqual(['信用报告怎么看（示例）', '秤上的星（示例）'].sort());
    expect(texts('.cx-ledger__release')[0]).toMatch(/第1版终审 示例signer\d+ .*指纹 [0-9a-f]{4}…[0-9a-f]{4}/);
    expect(texts(`#d-${ids.refused} .cx-state`)).toEqual(['被拒']);
    expect(texts(`#d-${ids.recall} .cx-state`)).toEqual(['已确认', '未回执']);
    expect(texts(`#d-${ids.recall} .cx-red`)[0]).toMatch(/ 前$/);
  });

  it('a link that may be followed is one, shortened; any other address is only words', async () => {
    const { find, html, texts } = await look();
    const link = find(`#d-${ids.confirmed} a`);
    expect(link?.getAttribute('href')).toBe('https://example.org/a/very/long/path/of/an/article/0123456789abcdef');
    expect(link?.getAttribute('rel')).toBe('noreferrer');
    expect(link?.textContent).toBe('example.org/…/456789abcdef');
    expect(html).not.toMatch(/href="javascript:/);
    expect(texts(`#d-${ids.recall} td`)[4]).toContain('javascript:alert(1)');
  });

  it('what a platform or a person wrote is words, never markup', async () => {
    const { html, texts } = await look();
    expect(isMarkup(html)).toBe(false);
    expect(texts(`#d-${ids.refused} td`)[4]).toContain(hostile);
    const searched = await look({ q: hostile });
    expect(searched.find('input[name=q]')?.getAttribute('value')).toBe(hostile);
    expect(isMarkup(searched.html)).toBe(false);
    expect(searched.texts('.cx-empty')).toEqual(['没有符合条件的推送。']);
  });

  it('a copy of which nobody knows stands open: wait, and do not send again', async () => {
    await cms.payload.create({
      collection: 'attempts',
      data: {
        deliveryId: ids.unknown,
        number: 1,
        kind: 'send',
        claim: 'c',
        owner: 'worker',
        leaseUntil: minutes(-19).toISOString(),
        startedAt: minutes(-20).toISOString(),
        finishedAt: minutes(-19).toISOString(),
        note: '没有回音。',
      } as never,
    });
    const { texts } = await look({ state: 'unknown' });
    expect(texts('.cx-ledger__open li')).toEqual([expect.stringMatching(/^1\d\d:\d\d:\d\d提交：没有回音。$/)]);
    expect(texts('.cx-ledger__open aside p')[0]).toMatch(/^等下一次核对（\d\d:\d\d）。请不要在平台上重发/);
  });

  it('tabs carry counts and keep the filters; the present one is marked', async () => {
    const { find, links, texts } = await look({ state: 'recall', channel: 'press' });
    expect(texts('.cx-tabs a')).toEqual(
      ledgerTabs.map(({ slug, word }) => `${word} ${['all', 'confirmed', 'recall'].includes(slug) ? 1 : 0}`),
    );
    expect(find('[aria-current=page]')?.textContent).toBe('待撤回 1');
    expect(links.find(({ words }) => words === '已确认 1')?.href).toBe('/admin/ledger?state=confirmed&channel=press');
    expect(links.find(({ words }) => words === '导出 XLSX')?.href).toBe(
      '/api/deliveries/export.xlsx?state=recall&channel=press',
    );
    expect(find('select[name=channel] option[selected]')?.getAttribute('value')).toBe('press');
    expect(find('input[name=state]')?.getAttribute('value')).toBe('recall');
  });
});

describe('filters that cannot be meant', () => {
  it('are said in a sentence each and left out', async () => {
    const { texts } = await look({ from: '2026-13-99', state: 'nonsense', page: '-3' });
    expect(texts('[role=alert]')).toEqual(['起始日期不对：请写成 2026-06-14 这样的年月日。']);
    expect(texts('.cx-pages p')[0]).toBe('共5行，第1—5行');
  });

  it('one wrong filter does not let days through that are the wrong way round', async () => {
    const { texts } = await look({ q: '字'.repeat(101), from: '2026-06-02', to: '2026-06-01' });
    expect(texts('[role=alert]')).toEqual([
      '搜索的字太多了：请写一百个字以内。',
      '截止日期早于起始日期：已只按起始日期筛选。',
    ]);
    expect(texts('.cx-pages p')[0]).toBe('共5行，第1—5行');
  });

  it('a page beyond the last is the last', async () => {
    const { texts } = await look({ page: '7' });
    expect(texts('.cx-pages p')[0]).toBe('共5行，第1—5行');
    expect(texts('.cx-empty')).toEqual([]);
  });
});

describe('who may do what', () => {
  it('a signer and an administrator enter; everybody else only looks', async () => {
    for (const role of ['author', 'reviewer1', 'reviewer2', 'secrecy', 'auditor'] as const) {
      const { buttons, texts } = await look({}, await as(role));
      expect({ role, buttons, hands: texts('.cx-hand').length }).toEqual({ role, buttons: ['筛选'], hands: 0 });
    }
    for (const who of [sample.desk.signer, await as('admin')]) {
      const { buttons, texts } = await look({}, who);
      expect(buttons).toEqual(
        expect.arrayContaining(['暂停一个渠道', '现在就核对：微信公众号《信用报告怎么看（示例）》', '登记回执']),
      );
      expect(texts('.cx-hand summary')).toContain('登记：微博《秤上的星（示例）》');
    }
  });

  it('a paused channel is told of with its reason, and resumed by who may', async () => {
    await pauseChannel(cms.payload, { channel: 'weibo', reason: hostile, by: '示例终审', at: minutes(0) });
    const [mine, theirs] = [await look(), await look({}, await as('auditor'))];
    for (const { html, texts } of [mine, theirs]) {
      expect(texts('.cx-pauses__list li')[0]).toContain(hostile);
      expect(isMarkup(html)).toBe(false);
    }
    expect(mine.buttons).toContain('恢复微博');
    expect(theirs.buttons).not.toContain('恢复微博');
  });
});

it('forty rows a page, with the way to the next and back', async () => {
  for (let i = 0; i <= pageSize; i += 1) await sample.deliver('skipped', minutes(-5000 - i));
  const [one, two] = [await look({ state: 'skipped' }), await look({ state: 'skipped', page: '2' })];
  expect(one.texts('.cx-pages nav a')).toEqual(['下一页']);
  expect(one.texts('.cx-pages p')[0]).toBe(`共${pageSize + 1}行，第1—${pageSize}行`);
  expect(two.texts('.cx-pages nav a')).toEqual(['上一页']);
  expect(two.texts('.cx-pages p')[0]).toBe(`共${pageSize + 1}行，第${pageSize + 1}—${pageSize + 1}行`);
  expect(two.links.find(({ words }) => words === '上一页')?.href).toBe('/admin/ledger?state=skipped');
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CollectionSlug } from 'payload';
import { can } from '../../access/can.ts';
import type { Person } from '../../access/person.ts';
import { roleNames, type Role } from '../../access/roles.ts';
import type { Guarded } from '../../access/table.ts';
import { recordHeartbeat } from '../../ops/heartbeat.ts';
import { performReview } from '../../desk/perform.ts';
import { pauseChannel, resumeChannel } from '../../store/channel-pauses.ts';
import { sampleDesk, type SampleDesk } from '../../testing/sample-desk.ts';
import { draft, release } from '../../testing/story.ts';
import { testCms, type TestCms } from '../../testing/test-cms.ts';
import { hostile, hostileTitle, isMarkup, isSentence } from '../testing/sentences.ts';
import { showView } from '../testing/view.ts';
import { TodayView } from './TodayView.tsx';

let cms: TestCms;
let sample: SampleDesk;
const minutes = (n: number) => new Date(Date.now() + n * 60_000);
const hoursAgo = (n: number) => ({ now: () => minutes(-60 * n), sleep: () => Promise.resolve() });
const look = (who: Person = sample.desk.signer) => showView(TodayView, cms.payload, who);
const as = (...roles: Role[]): Person => ({ id: 'somebody', name: '示例', roles });

beforeAll(async () => {
  cms = await testCms();
  sample = await sampleDesk(cms.payload);
});
afterAll(() => cms.close());

describe('an empty desk', () => {
  it('says of every part that there is nothing', async () => {
    await recordHeartbeat(cms.payload, new Date());
    const { texts } = await look(as('author'));
    expect(texts('.cx-empty').sort()).toEqual(['今天没有排期。', '没有警报。', '现在没有等您处理的事。'].sort());
    expect(texts('.cx-figures > div').map((line) => line.replace(/\d\d:\d\d:\d\d/, '…'))).toEqual([
      '件等我处理0都处理完了',
      '条今天发出0今天没有排期',
      '条警报0一切正常',
      '条逾期0最近一次心跳 …',
    ]);
    expect(texts('.cx-figures .cx-red, .cx-gauges .cx-red')).toEqual([]);
  });
});

describe('a desk with everything on it', () => {
  beforeAll(async () => {
    for (const state of ['confirmed', 'pending', 'dead', 'refused'] as const)
      await sample.deliver(state, minutes(-30), { channel: 'press', note: hostile });
    await sample.deliver('unknown', minutes(-20));
    const waits = await draft(cms.payload, sample.desk.author, { title: hostileTitle });
    await performReview(
      { payload: cms.payload },
      { storyId: waits.id, act: 'submit', person: sample.desk.author, note: '' },
    );
    const reprint = await draft(cms.payload, sample.desk.author, {
      reprint: true,
      source: '示例日报',
      sourceUrl: 'https://daily.example/1',
      originalTitle: '转载（示例）',
      title: '转载（示例）',
    } as never);
    await release(cms.payload, reprint.id, sample.desk, hoursAgo(30));
    await pauseChannel(cms.payload, { channel: 'weibo', reason: hostile, by: '示例终审', at: new Date() });
  });

  it('the figures count what stands below them', async () => {
    const { texts } = await look(sample.desk.first);
    const [work, , alerts, late] = texts('.cx-figures dd:nth-of-type(1)');
    expect(Number(work)).toBe(texts('.cx-group li').length);
    expect(Number(alerts)).toBe(texts('.cx-alerts > li').length);
    expect(Number(late)).toBe(texts('.cx-alerts .cx-state').filter((word) => word === '逾期').length);
    expect(texts('.cx-group h3')).toEqual(['初审 1']);
  });

  it('every alert says in sentences what is wrong and what to do, and has one way on that exists', async () => {
    const { find, links, texts } = await look();
    const slugs = Object.keys(cms.payload.collections) as CollectionSlug[];
    expect(find('.cx-alerts')?.children.length).toBeGreaterThan(4);
    for (const words of texts('.cx-alerts > li div > p.cx-quiet')) expect(words).toSatisfy(isSentence);
    for (const { href } of links) {
      const [, slug] = /^\/admin\/collections\/([^/?#]+)/.exec(href) ?? [];
      expect({
        href,
        known: slug
          ? slugs.includes(slug as CollectionSlug)
          : /^\/admin(?:\/(?:calendar|ledger|files))?(?:[?#]|$)/.test(href),
      }).toMatchObject({ known: true });
    }
  });

  it('nothing that somebody wrote becomes markup', async () => {
    const { html, texts } = await look(sample.desk.first);
    expect(isMarkup(html)).toBe(false);
    expect(texts('.cx-group__title')).toEqual([hostileTitle]);
    expect(texts('.cx-banner li')[0]).toContain(hostile);
  });

  it.each(roleNames)('%s is offered only what it may do', async (role) => {
    const { buttons, links } = await look(as(role));
    for (const { href } of links) {
      const [, collection] = /^\/admin\/collections\/([a-z-]+)\/create$/.exec(href) ?? [];
      if (collection)
        expect({
          role,
          collection,
          may: can({ roles: [role] }, 'create', collection as Guarded) !== null,
        }).toMatchObject({ may: true });
    }
    expect(links.some(({ words }) => words === '写稿')).toBe(can({ roles: [role] }, 'create', 'stories') !== null);
    expect(links.some(({ words }) => words === '排一条推送')).toBe(can({ roles: [role] }, 'create', 'posts') !== null);
    // Whoever only checks the others is refused when answering for a source: it is not offered.
    expect(buttons.includes('源稿还在，没有改动')).toBe(role !== 'auditor');
    expect(links.some(({ words }) => words === '去台账恢复')).toBe(role === 'signer' || role === 'admin');
  });

  it('what is paused is told until it goes on', async () => {
    await resumeChannel(cms.payload, { channel: 'weibo', by: '示例终审', at: new Date() });
    expect((await look()).texts('.cx-banner')).toEqual([]);
  });
});

describe('a part that cannot be read', () => {
  it('is told of; the others are there', async () => {
    const find = cms.payload.find.bind(cms.payload);
    cms.payload.find = ((args: Parameters<typeof find>[0]) =>
      args.collection === 'nominations' ? Promise.reject(new Error('disk I/O error')) : find(args)) as typeof find;
    const { texts } = await look().finally(() => {
      cms.payload.find = find;
    });
    expect(texts('.cx-alerts > li')[0]).toMatch(
      /^读不出来“典型”这一部分读不出来：.+其余部分照常；请把这句话告诉系统管理员。再看一次$/,
    );
    expect(texts('.cx-group h3').length).toBeGreaterThan(0);
  });
});

it('a stranger is sent to log in and back here', async () => {
  const { viewProps } = await import('../testing/view.ts');
  await expect(TodayView(viewProps(cms.payload, null))).rejects.toMatchObject({
    digest: expect.stringContaining('/admin/login?redirect=%2Fadmin'),
  });
});

import type { CollectionSlug, Payload } from 'payload';
import sharp from 'sharp';
import type { Person } from '../access/person.ts';
import { person } from './people.ts';
import { aColumn, draft } from './story.ts';
import type { Guarded } from '../access/table.ts';
import type { Snapshot } from '../story/snapshot.ts';
import type { PublicationCard } from '../release/publication-row.ts';

const snapshot: Snapshot = {
  kind: 'knowledge',
  column: null,
  title: '稿',
  summary: '',
  category4: null,
  author: '示例',
  source: '示例',
  sourceUrl: null,
  tags: [],
  html: '<p>稿</p>',
  text: '稿',
  cover: null,
  images: [],
  roleModel: null,
  caseSteps: null,
  lesson: null,
  corrections: [],
};
const card: PublicationCard = {
  picture: null,
  roleModel: null,
  tags: [],
  lesson: null,
  package: null,
  corrections: [],
  version: 1,
  hash: 'h',
};

/** For tests of access: one row of every collection, none of them made by anybody who is asked about; `other` wrote the story. */
export async function oneOfEach(payload: Payload, other: Person): Promise<Map<Guarded, string>> {
  const rows = new Map<Guarded, string>();
  const column = await aColumn(payload);
  const story = (await draft(payload, other)).id;
  const make = async (collection: CollectionSlug, data: object) =>
    (await payload.create({ collection, data: data as never, depth: 0 })).id as string;
  const campaign = await make('campaigns', {
    slug: 'a',
    year: 2026,
    title: '活动',
    theme: '主题',
    standfirst: '一句话',
    occasion: 'credit-record-day',
    phases: [{ name: '当天', startOffset: 0, endOffset: 0 }],
  });
  const release = await make('releases', {
    key: 'x:1',
    title: '稿',
    story,
    version: 1,
    round: 1,
    kind: 'knowledge',
    hash: 'h',
    signedBy: '甲',
    signedAt: new Date().toISOString(),
    reviewers: [],
    snapshot,
  });
  rows
    .set('users', other.id)
    .set('columns', column)
    .set('stories', story)
    .set('campaigns', campaign)
    .set('releases', release);
  rows.set('posts', await make('posts', { slug: 'p', campaign, story, label: '当天', channels: ['wechat'] }));
  rows.set(
    'daily-posts',
    await make('daily-posts', {
      key: 'k',
      title: '稿',
      story,
      channels: ['wechat'],
      at: new Date().toISOString(),
      state: 'open',
      misfire: 'late',
      misfireWindow: 60,
      wording: 'w',
      writers: [],
    }),
  );
  rows.set(
    'occasion-notices',
    await make('occasion-notices', {
      occasion: 'integrity-week',
      year: 2026,
      start: '2026-09-01',
      end: '2026-09-07',
      docNo: '1号',
    }),
  );
  rows.set('front-pages', await make('front-pages', { items: [] }));
  rows.set(
    'withdrawals',
    await make('withdrawals', {
      key: release,
      story,
      reason: '理由',
      decidedBy: '甲',
      decidedAt: new Date().toISOString(),
    }),
  );
  rows.set(
    'public-texts',
    await make('public-texts', {
      key: 'columns/x',
      subject: 'columns',
      row: 'x',
      words: { name: '示例' },
      version: 'v',
      pages: ['region'],
      agreedAt: new Date().toISOString(),
    }),
  );
  rows.set(
    'channel-pauses',
    await make('channel-pauses', {
      key: 'wechat',
      channel: 'wechat',
      reason: '理由',
      pausedBy: '甲',
      pausedAt: new Date().toISOString(),
    }),
  );
  rows.set(
    'channel-events',
    await make('channel-events', {
      key: 'wx:publish:1:0',
      subject: 'wx:publish:1',
      at: new Date().toISOString(),
      receivedAt: new Date().toISOString(),
      note: '微信通知：已发布。',
    }),
  );
  rows.set(
    'working-copies',
    await make('working-copies', { key: 'x:y', content: { a: 1 }, keptAt: new Date().toISOString() }),
  );
  rows.set(
    'comments',
    await make('comments', {
      story,
      paragraph: 1,
      quote: '原文',
      text: '批注',
      must: false,
      by: other.id,
      byName: other.name,
      at: new Date().toISOString(),
    }),
  );
  rows.set('review-snapshots', await make('review-snapshots', { key: 'x:h', story, snapshot }));
  rows.set(
    'delegations',
    await make('delegations', {
      user: (await person(payload, 'signer')).id,
      delegate: (await person(payload, 'signer')).id,
      from: '2026-01-01',
      to: '2026-01-02',
    }),
  );
  rows.set('audit', (await payload.find({ collection: 'audit', limit: 1 })).docs[0]?.id ?? '');
  rows.set(
    'corrections',
    await make('corrections', {
      key: release,
      story,
      release,
      wrong: '甲',
      right: '乙',
      by: '甲',
      at: new Date().toISOString(),
    }),
  );
  rows.set(
    'lexicons',
    await make('lexicons', {
      slug: 'local',
      title: '本地用语',
      group: 'wording',
      edition: '2026-01-01',
      owner: '编辑部',
      source: '自编',
      confidence: 0.9,
      entries: [],
    }),
  );
  rows.set(
    'check-memory',
    await make('check-memory', {
      key: 'm:*',
      mark: 'm',
      rule: 'personal-data/phone',
      text: '139****',
      scope: 'everywhere',
      reason: '单位电话',
      by: '甲',
      at: new Date().toISOString(),
    }),
  );
  rows.set(
    'check-runs',
    await make('check-runs', { key: '2026-01-01', kind: 'nightly', startedAt: new Date().toISOString() }),
  );
  const at = new Date().toISOString();
  const delivery = await make('deliveries', {
    key: 'd',
    campaignId: campaign,
    postId: 'p',
    channel: 'wechat',
    releaseId: release,
    plannedAt: at,
    state: 'pending',
    attempts: 0,
    nextAt: at,
    misfire: 'late',
    misfireWindow: 60,
    progress: {},
  });
  rows.set('deliveries', delivery).set(
    'attempts',
    await make('attempts', {
      claim: 'd:1',
      deliveryId: delivery,
      number: 1,
      kind: 'send',
      owner: 'w',
      startedAt: at,
      leaseUntil: at,
    }),
  );
  rows.set('sign-ins', await make('sign-ins', { key: 's', person: other.id, startedAt: at, seenAt: at }));
  rows.set(
    'second-factors',
    await make('second-factors', { person: other.id, secret: 'sealed', lastStep: 0, turn: 0 }),
  );
  rows.set('sign-in-tries', await make('sign-in-tries', { subject: 'account:x', at }));
  const batch = await make('batches', { name: '第一批' });
  rows
    .set('batches', batch)
    .set('nominations', await make('nominations', { name: '甲（示例）', subject: 'person', state: 'draft', batch }));
  const scan = await sharp({ create: { width: 40, height: 40, channels: 3, background: '#eee' } })
    .png()
    .toBuffer();
  rows.set(
    'papers',
    (
      await payload.create({
        collection: 'papers',
        data: { title: '同意书' } as never,
        file: { data: scan, name: 'a.png', mimetype: 'image/png', size: scan.length },
      })
    ).id,
  );
  rows.set(
    'publications',
    await make('publications', {
      story,
      release,
      serial: 1,
      state: 'live',
      kind: 'knowledge',
      title: '稿',
      firstPublishedAt: new Date().toISOString(),
      publishedAt: new Date().toISOString(),
      month: '2026-01',
      card,
    }),
  );
  return rows;
}

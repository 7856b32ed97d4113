import { describe, expect, it } from 'vitest';
import { loadOccasions } from '../../campaigns/calendar/load-occasions.ts';
import { occasionDays } from '../../campaigns/calendar/occasion-days.ts';
import { plannedAt } from '../../campaigns/planner/planned-at.ts';
import { storyKinds } from '../story/facts.ts';
import { loadCampaigns } from '../content/load-campaigns.ts';
import { loadChannels } from '../content/load-channels.ts';
import { loadColumns } from '../content/load-columns.ts';
import { loadListTypes } from '../content/load-list-types.ts';
import { loadMaterials } from '../content/load-materials.ts';
import { loadRegion } from '../content/load-region.ts';
import { loadStories } from '../content/load-stories.ts';

const stories = await loadStories(process.cwd());
const campaigns = await loadCampaigns(process.cwd());

describe('the starter content of the city', () => {
  it('loads the region with 示例 where real numbers will stand', async () => {
    const region = await loadRegion(process.cwd(), 'guangyuan');
    expect(region).toMatchObject({ slug: 'guangyuan', siteName: '诚信广元', motto: '人而无信，不知其可' });
    for (const value of [region.siteIdCode, region.icp, region.police, region.host, region.organiser, region.operator])
      expect(value).toContain('示例');
    expect(region.districts.length + (region.counties?.length ?? 0)).toBe(7);
  });

  it('has the navigation of the pictures, and no empty column', async () => {
    const columns = await loadColumns(process.cwd());
    expect(columns.filter((c) => c.navOrder !== null).map((c) => c.name)).toEqual([
      '信用动态',
      '诚信典型',
      '以案说信',
      '信用知识',
      '诚信创建',
    ]);
    const filled = new Set(stories.map((s) => s.column));
    expect(columns.filter((c) => !filled.has(c.slug)).map((c) => c.name)).toEqual([]);
  });

  it('has enough stories of every kind', () => {
    const count = (...kinds: string[]) => stories.filter((s) => kinds.includes(s.kind)).length;
    expect(Object.keys(storyKinds).filter((kind) => count(kind) === 0)).toEqual([]);
    expect(count('role-model')).toBeGreaterThanOrEqual(8);
    expect(count('case')).toBeGreaterThanOrEqual(10);
    expect(count('knowledge')).toBeGreaterThanOrEqual(12);
    expect(count('policy', 'activity', 'result', 'artwork')).toBeGreaterThanOrEqual(12);
  });

  it('spreads them over the year, oldest first', () => {
    const days = stories.map((s) => s.publishedAt);
    expect(days).toEqual([...days].sort());
    expect(days[0]?.startsWith('2025-12')).toBe(true);
    expect((days.at(-1) ?? '') < '2026-11-21').toBe(true);
    expect(new Set(days.map((d) => d.slice(0, 7))).size).toBeGreaterThanOrEqual(11);
  });

  it('tells each person and unit of batch twelve once', () => {
    const names = stories.flatMap((s) => (s.roleModel?.batch === '第十二批' ? [s.roleModel.name] : []));
    expect(names.sort()).toEqual(
      ['何一诺', '林知微', '赵立言', '马小满', '顾长安', '唐如是', '示例豆腐坊', '示例公交三队'].sort(),
    );
  });

  it('lists only with a legal basis and an official home', async () => {
    const lists = await loadListTypes(process.cwd());
    expect(lists.map((l) => l.name)).toEqual([
      '失信被执行人',
      '重大税收违法失信主体',
      '市场监管严重违法失信名单',
      '拖欠农民工工资失信联合惩戒对象',
    ]);
    for (const list of lists) {
      expect(list.mode).toBe('link');
      expect(new URL(list.officialUrl).protocol).toBe('https:');
      for (const basis of list.basis) expect(basis.confidence).toBeGreaterThanOrEqual(0.9);
    }
  });

  it('has lessons for six stages, free to copy', async () => {
    const materials = await loadMaterials(process.cwd());
    expect(new Set(materials.map((m) => m.stage)).size).toBeGreaterThanOrEqual(6);
    for (const material of materials) expect(material.licence).toBe('CC BY 4.0');
  });

  it('has every kind of channel', async () => {
    expect((await loadChannels(process.cwd())).map((c) => c.type)).toEqual([
      'press',
      'community',
      'press',
      'press',
      'site',
      'wechat',
      'weibo',
    ]);
  });

  it('has the campaigns of two years, all confirmed', () => {
    expect(campaigns.map((c) => `${c.year}/${c.slug}`)).toEqual([
      '2026/315',
      '2026/614',
      '2026/constitution',
      '2026/quality-month',
      '2026/spring-festival',
      '2027/315',
      '2027/spring-festival',
    ]);
    for (const campaign of campaigns) expect(campaign.state).toBe('confirmed');
  });

  it.each(campaigns.filter((c) => c.slug === '315'))(
    'uses every channel at least twice on 3·15 of $year',
    ({ posts }) => {
      expect(posts.length).toBeGreaterThanOrEqual(4);
      for (const id of ['wechat', 'weibo', 'press'])
        expect(posts.filter((p) => p.channels.includes(id)).length).toBeGreaterThanOrEqual(2);
      expect(posts.some((p) => ['wechat', 'weibo', 'press', 'community'].every((id) => p.channels.includes(id)))).toBe(
        true,
      );
    },
  );

  it('has posts for villages and asks after the site itself on 3·15, 6·14 and Constitution Day of 2026', () => {
    for (const slug of ['315', '614', 'constitution']) {
      const campaign = campaigns.find((c) => c.year === 2026 && c.slug === slug);
      for (const id of ['community', 'site'])
        expect(
          campaign?.posts.some((p) => p.channels.includes(id)),
          `${slug} ${id}`,
        ).toBe(true);
    }
  });

  it('plans no push before its story is out, and every push within its campaign', async () => {
    const occasions = await loadOccasions(process.cwd());
    const published = new Map(stories.map((s) => [s.slug, Date.parse(s.publishedAt)]));
    const early = campaigns.flatMap((campaign) => {
      const day = occasionDays(occasions, campaign.year, []).find(({ slug }) => slug === campaign.occasion);
      if (!day) return [`${campaign.slug}没有节点`];
      const [first, last] = [campaign.phases[0]?.startOffset ?? 0, campaign.phases.at(-1)?.endOffset ?? 0];
      return campaign.posts
        .filter((post) => {
          const at = plannedAt({ occasion: { ...day, state: 'confirmed' } }, { when: post }).getTime();
          const offset = Math.floor((at - Date.parse(`${day.start}T00:00:00+08:00`)) / 86_400_000);
          return at < (published.get(post.story) ?? Infinity) || offset < first || offset > last;
        })
        .map((post) => `${campaign.year}/${campaign.slug}/${post.slug}`);
    });
    expect(early).toEqual([]);
  });

  it('keeps the news fresh: a column that promises a fortnight keeps it', () => {
    const newest = stories.filter((s) => s.column === 'news').at(-1);
    expect((newest?.publishedAt ?? '') > '2026-11-07').toBe(true);
  });
});

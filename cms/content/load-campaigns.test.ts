import { describe, expect, it } from 'vitest';
import { ContentError } from './content-error.ts';
import { loadCampaigns } from './load-campaigns.ts';
import { campaign, tempContent } from '../starter/testing/temp-content.ts';

const place = 'campaigns/2026/315.yaml';
const at = `content/${place}：`;
const changed = async (from: string, to: string, file = place): Promise<string> => {
  expect(campaign).toContain(from);
  const root = await tempContent({ [file]: campaign.replace(from, to) });
  const error: unknown = await loadCampaigns(root).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(ContentError);
  return (error as ContentError).message;
};

describe('campaigns', () => {
  it('load with their phases and posts', async () => {
    const [only] = await loadCampaigns(await tempContent());
    expect(only).toMatchObject({
      slug: '315',
      year: 2026,
      state: 'confirmed',
      posts: [{ slug: 'note', channels: ['wechat'] }],
    });
  });

  it('name only occasions, stories and channels that exist', async () => {
    expect(await changed('consumer-rights-day', 'shopping-day')).toBe(
      `${at}字段“occasion”写的节点“shopping-day”不存在，请改成 content/occasions/ 里的文件名。`,
    );
    expect(await changed('story: loan-note', 'story: nothing')).toBe(
      `${at}字段“posts”里“note”要推的稿件“nothing”不存在，请改成 content/stories/ 里的文件名。`,
    );
    expect(await changed('[wechat]', '[wechat, radio]')).toBe(
      `${at}字段“posts”里“note”的渠道“radio”不存在，请改成 content/channels/ 里的文件名。`,
    );
  });

  it('carry tasks and goals, or none', async () => {
    const [bare] = await loadCampaigns(await tempContent());
    expect(bare).toMatchObject({ tasks: [], goals: [] });
    const written =
      'actions: []\nleadUnit: 示例局\ntasks: [{ name: 送审, offsetDays: -10, doneOn: "2026-03-05" }]\ngoals: [{ channel: wechat, posts: 2 }]';
    const [full] = await loadCampaigns(await tempContent({ [place]: campaign.replace('actions: []', written) }));
    expect(full).toMatchObject({
      leadUnit: '示例局',
      tasks: [{ name: '送审', offsetDays: -10, doneOn: '2026-03-05' }],
      goals: [{ channel: 'wechat', posts: 2 }],
    });
    expect(await changed('actions: []', written.replace('wechat', 'radio'))).toBe(
      `${at}字段“goals”里的渠道“radio”不存在，请改成 content/channels/ 里的文件名。`,
    );
    expect(await changed('actions: []', written.replace('-10', '提前十天'))).toContain(
      '字段“tasks 第1项 offsetDays”要写成数字',
    );
  });

  it('agree with their place', async () => {
    expect(await changed('year: 2026', 'year: 2027')).toBe(`${at}字段“year”写的是“2027”，要和文件位置“2026”一致。`);
    expect(await changed('slug: "315"', 'slug: 3-15')).toBe(`${at}字段“slug”写的是“3-15”，要和文件位置“315”一致。`);
    expect(await changed('slug: "315"', 'slug: 315')).toBe(`${at}字段“slug”要写成文字，纯数字请加引号。`);
  });

  it('keep within the leaf and the line of time', async () => {
    expect(await changed('[留小票]', '[这一句话一共写了十个字]')).toContain(
      '字段“good 第1项”有11个字，最多9个字，请缩短',
    );
    expect(await changed('startOffset: 0', 'startOffset: 3')).toBe(
      `${at}字段“phases 第1项 endOffset”不能早于 startOffset。`,
    );
    const twice = '  - { name: 当天, hint: 咨询, startOffset: 0, endOffset: 0 }\n';
    expect(await changed(twice, twice + twice)).toContain('字段“phases”要按先后排，前后两段不能重叠');
    expect(await changed('actions: []', 'actions: [{ label: 看, path: guide }]')).toContain(
      '字段“actions 第1项 path”要写站内路径，以 / 开头',
    );
  });

  it('have sound posts', async () => {
    expect(await changed('time: "09:00"', 'time: "9:00"')).toContain('字段“posts 第1项 time”要写成“09:00”这样的时刻');
    expect(await changed('misfire: late', 'misfire: never')).toBe(
      `${at}字段“posts 第1项 misfire”只能写“late”或“skip”或“ask”。`,
    );
    expect(await changed('[wechat]', '[wechat, wechat]')).toContain('写重了');
    const post = campaign.slice(campaign.indexOf('  - { slug: note'));
    expect(await changed(post, post + post)).toContain('有两条用了同一个 slug');
  });

  it('are confirmed only with a document', async () => {
    expect(await changed('docNo: 示例〔2026〕0号', 'docNo: null')).toBe(
      `${at}字段“state”写 confirmed 时必须同时写明 docNo 和 confirmedOn。`,
    );
    const draft = campaign.replace('state: confirmed', 'state: draft').replace('docNo: 示例〔2026〕0号', 'docNo: null');
    expect((await loadCampaigns(await tempContent({ [place]: draft })))[0]?.state).toBe('draft');
  });
});

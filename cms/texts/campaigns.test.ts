import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gather } from '../../campaigns/bulkhead/stuck.ts';
import type { Person } from '../access/person.ts';
import type { Campaign, Post } from '../payload-types.ts';
import { tag } from '../story/tags.ts';
import { asUser, person } from '../testing/people.ts';
import { testCms, type TestCms } from '../testing/test-cms.ts';
import { forThePublic } from './for-the-public.ts';
import { nobodyToConfirm } from './nobody-to-confirm.ts';
import { tagsOfWording } from './tags-of-wording.ts';

let cms: TestCms;
let author: Person;
let signers: Person[];
let count = 0;
beforeAll(async () => {
  cms = await testCms();
  author = await person(cms.payload, 'author');
  signers = [await person(cms.payload, 'signer'), await person(cms.payload, 'signer')];
});
afterAll(() => cms.close());

const campaign = async (who: Person | null, more: object = {}): Promise<Campaign> => {
  count += 1;
  const data = {
    slug: `c${count}`,
    year: 2031,
    title: '诚信活动（示例）',
    theme: '主题',
    standfirst: '一句话',
    occasion: 'credit-record-day',
    phases: [{ name: '当天', startOffset: 0, endOffset: 0 }],
    ...more,
  };
  return cms.payload.create({
    collection: 'campaigns',
    data: data as never,
    depth: 0,
    ...(who ? { user: asUser(who), overrideAccess: false } : {}),
  });
};
const change = (row: Campaign, who: Person, theme: string): Promise<Campaign> =>
  cms.payload.update({
    collection: 'campaigns',
    id: row.id,
    data: { theme },
    user: asUser(who),
    overrideAccess: false,
    depth: 0,
  });
const post = async (who: Person | null, of: Campaign, label = '当天'): Promise<Post> => {
  count += 1;
  const data = {
    campaign: of.id,
    slug: `p${count}`,
    label,
    channels: ['weibo'],
    anchor: 'start',
    offsetDays: 0,
    time: '09:00',
    misfire: 'late',
    misfireWindow: 60,
  };
  return cms.payload.create({
    collection: 'posts',
    data: data as never,
    depth: 0,
    ...(who ? { user: asUser(who), overrideAccess: false } : {}),
  });
};
/** As if it had been confirmed: what leads there is tested where it is done. */
const confirmed = async (row: Campaign, more: object = {}): Promise<Campaign> => {
  await cms.payload.db.updateOne({
    collection: 'campaigns',
    id: row.id,
    data: { state: 'confirmed', ...more } as never,
    returning: false,
  });
  return cms.payload.findByID({ collection: 'campaigns', id: row.id, depth: 0 });
};
const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);

describe('which rows the public would read as soon as somebody agreed', () => {
  it('confirmed campaigns; neither drafts nor rehearsals', async () => {
    const [draft, live, rehearsal] = [
      await campaign(null),
      await confirmed(await campaign(null)),
      await confirmed(await campaign(null), { rehearsal: true }),
    ];
    expect(ids(await forThePublic(cms.payload, 'campaigns', [draft, live, rehearsal]))).toEqual([live.id]);
  });

  it('posts of confirmed campaigns, named by their id or brought along', async () => {
    const [draft, live] = [await campaign(null), await confirmed(await campaign(null))];
    const [there, here] = [await post(null, draft), await post(null, live)];
    const brought = { ...here, id: 'brought', campaign: live };
    expect(ids(await forThePublic(cms.payload, 'posts', [there, here, brought]))).toEqual([here.id, 'brought']);
    expect(await forThePublic(cms.payload, 'posts', [])).toEqual([]);
  });

  it('everything else as it is: columns and notices are not confirmed first', async () => {
    expect(ids(await forThePublic(cms.payload, 'columns', [{ id: 'x' }]))).toEqual(['x']);
  });
});

describe('drafts that no signer may confirm', () => {
  const stuck = async (drafts: Campaign[], posts: Post[] = []) => [
    ...(await nobodyToConfirm(cms.payload, drafts, posts)),
  ];

  it('one signer who wrote nothing is enough', async () => {
    const row = await change(await campaign(author), signers[0]!, '终审改的主题');
    expect(await stuck([row])).toEqual([]);
  });

  it('each of them has written some of it, one a word of the campaign, one the name of a post', async () => {
    const row = await change(await campaign(author), signers[0]!, '终审改的主题');
    const line = await post(signers[1]!, row, '终审写的名字');
    expect(await stuck([row], [line])).toEqual([row.id]);
    expect(await stuck([row])).toEqual([]);
  });

  it('what they wrote in another campaign does not count', async () => {
    const [one, two] = [await campaign(signers[0]!), await campaign(signers[1]!)];
    expect(await stuck([one, two])).toEqual([]);
    expect(await stuck([one], [await post(signers[1]!, two)])).toEqual([]);
  });

  it('nobody plans anything: nothing is asked', async () => {
    expect(await stuck([], [])).toEqual([]);
  });

  it('a draft that cannot be read is told, and the others are looked at', async () => {
    const row = await change(await campaign(signers[0]!), signers[1]!, '另一位也改了');
    const broken = { ...(await campaign(null)), writers: 'x' } as unknown as Campaign;
    const { stuck: told, value } = await gather(() => stuck([broken, row]));
    expect([value, told.map(({ item }) => item)]).toEqual([[row.id], [`campaigns ${broken.id}`]]);
  });
});

describe('pages that show the words', () => {
  it('of a campaign its own and its year’s; of a post those of its campaign', async () => {
    const row = await campaign(null);
    const pages = [tag.year(2031), tag.campaign(2031, row.slug)];
    expect(await tagsOfWording(cms.payload, 'campaigns', row.id, {})).toEqual(pages);
    expect(await tagsOfWording(cms.payload, 'posts', (await post(null, row)).id, {})).toEqual(pages);
  });

  it('of a column every page; of a notice the year that it names; a withdrawal stands in its own publication', async () => {
    expect(await tagsOfWording(cms.payload, 'columns', 'x', {})).toEqual([tag.region]);
    expect(await tagsOfWording(cms.payload, 'occasion-notices', 'x', { year: 2027 })).toEqual([tag.year(2027)]);
    expect(await tagsOfWording(cms.payload, 'withdrawals', 'x', {})).toEqual([]);
  });

  it.each(['campaigns', 'posts'] as const)('of %s that are gone none', async (subject) => {
    expect(await tagsOfWording(cms.payload, subject, 'gone', {})).toEqual([]);
  });
});

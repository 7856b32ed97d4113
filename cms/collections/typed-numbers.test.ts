import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { signedIn, type SignedIn } from '../testing/signed-in.ts';
import { testCms, type TestCms } from '../testing/test-cms.ts';

let cms: TestCms;
let desk: SignedIn;
beforeAll(async () => {
  cms = await testCms();
  desk = await signedIn(cms, ['author', 'signer']);
});
afterAll(() => cms.close());

type Told = {
  doc?: { id: string; key?: string };
  errors?: { message: string; data?: { errors?: { message: string }[] } }[];
};
const sent = async (who: string, collection: string, data: object) => {
  const { response, status } = await desk.post(who, collection, data);
  const { doc, errors = [] } = (await response.json()) as Told;
  return {
    status,
    id: doc?.id ?? '',
    key: doc?.key,
    says: errors.flatMap(({ data: at, message }) => at?.errors?.map((one) => one.message) ?? [message]),
  };
};
let count = 0;
const campaign = (more: object = {}) => ({
  title: '质量月',
  slug: `quality-${(count += 1)}`,
  theme: '示例',
  standfirst: '示例',
  occasion: 'quality-month',
  year: 2026,
  phases: [{ name: '当天', startOffset: 0, endOffset: 0 }],
  ...more,
});
const limit = (label: string, value: unknown, from = -400, to = 400) =>
  `${label}“${String(value)}”不对：请写整数，从${from}到${to}。`;

describe('a campaign', () => {
  const phase = (startOffset: unknown, endOffset: unknown) =>
    sent('author', 'campaigns', campaign({ phases: [{ name: '阶段', startOffset, endOffset }] }));
  test.each([
    [-7, -1],
    [0, 0],
    [-400, 400],
  ])('has a phase from day %i to %i', async (from, to) =>
    expect(await phase(from, to)).toMatchObject({ status: 201, says: [] }),
  );
  test.each<[unknown, unknown, string[]]>([
    [1, 0, ['阶段的“到第几天”（0）早于“从第几天”（1）：请核对，提前的天数写负数。']],
    [0.5, 1, [limit('从第几天', 0.5)]],
    [0, 1e12, [limit('到第几天', 1e12)]],
    [-401, 401, [limit('从第几天', -401), limit('到第几天', 401)]],
    [null, 0, ['请填写从第几天。']],
  ])('has none from %j to %j', async (from, to, says) =>
    expect(await phase(from, to)).toMatchObject({ status: 400, says }),
  );

  it('does nothing at half a day, on day a million, or in half a year; and counts no half copies', async () => {
    expect((await sent('author', 'campaigns', campaign({ tasks: [{ name: '甲', offsetDays: 1e6 }] }))).says).toEqual([
      limit('时限（相隔天数）', 1e6),
    ]);
    expect((await sent('author', 'campaigns', campaign({ year: 2026.5 }))).says).toEqual([
      limit('年份', 2026.5, 2000, 2099),
    ]);
    expect(
      (
        await sent('author', 'campaigns', campaign({ goals: [{ channel: 'wechat', posts: 1.5 }], materialCount: -1 }))
      ).says.toSorted(),
    ).toEqual([limit('条数', 1.5, 0, 999), limit('实际发放材料（件）', -1, 0, 99_999_999)].toSorted());
    expect(
      await sent('author', 'campaigns', campaign({ goals: [{ channel: 'wechat', posts: 0 }], materialCount: null })),
    ).toMatchObject({ status: 201 });
  });
});

describe('a post', () => {
  const post = (campaignId: unknown, more: object = {}) => ({
    campaign: campaignId,
    label: '当天',
    slug: `p${(count += 1)}`,
    channels: ['wechat'],
    anchor: 'start',
    offsetDays: 0,
    time: '09:00',
    ...more,
  });
  let id: string;
  beforeAll(async () => void ({ id } = await sent('author', 'campaigns', campaign())));

  test.each<[object, string[]]>([
    [{ offsetDays: 1e12 }, [limit('相隔天数', 1e12)]],
    [{ offsetDays: 1.5 }, [limit('相隔天数', 1.5)]],
    [{ misfireWindow: -1 }, [limit('补发时限（分钟）', -1, 0, 43_200)]],
    [{ misfireWindow: 1e15 }, [limit('补发时限（分钟）', 1e15, 0, 43_200)]],
    [{ time: '24:00' }, ['时刻“24:00”不对：请写成 09:00 这样的 24 小时制时分。']],
    [{ time: '9:00' }, ['时刻“9:00”不对：请写成 09:00 这样的 24 小时制时分。']],
    [{ slug: 'Über uns' }, ['网址短名只能用小写字母、数字和短横线，例如 credit-record-day。']],
  ])('with %j is refused in words', async (more, says) =>
    expect(await sent('author', 'posts', post(id, more))).toMatchObject({ status: 400, says }),
  );

  it('is the same post by whichever way its campaign is named: there are not two of one name', async () => {
    const first = await sent('author', 'posts', post(id, { slug: 'same' }));
    expect(first).toMatchObject({ status: 201, key: `${id}/same` });
    expect((await sent('author', 'posts', post({ id }, { slug: 'same' }))).status).toBe(400);
    expect(await sent('author', 'posts', post({ id }, { slug: 'other' }))).toMatchObject({
      status: 201,
      key: `${id}/other`,
    });
  });

  it('keeps its name while something else is changed, and takes a new one with it', async () => {
    const { id: own } = await sent('author', 'posts', post(id, { slug: 'kept' }));
    const patch = async (data: object) =>
      (
        (await (
          await desk.send('author', `posts/${own}`, { method: 'PATCH', body: JSON.stringify(data) })
        ).response.json()) as Told
      ).doc?.key;
    expect(await patch({ offsetDays: 3 })).toBe(`${id}/kept`);
    expect(await patch({ slug: 'renamed' })).toBe(`${id}/renamed`);
  });
});

describe('a notice of an occasion', () => {
  const notice = (more: object) =>
    sent('signer', 'occasion-notices', {
      occasion: 'quality-month',
      year: 2030,
      start: '2030-09-01',
      end: '2030-09-30',
      docNo: '示例',
      ...more,
    });
  test.each<[object, string[]]>([
    [{ end: '随便' }, ['结束“随便”不对：请写成 2026-06-14 这样，并且真有这一天。']],
    [{ end: '2030-09-31' }, ['结束“2030-09-31”不对：请写成 2026-06-14 这样，并且真有这一天。']],
    [{ end: '9999' }, ['结束“9999”不对：请写成 2026-06-14 这样，并且真有这一天。']],
    [{ end: '2030-08-31' }, ['结束日期不能早于开始日期。']],
    [{ end: '' }, ['请填写结束，写成 2026-06-14 这样。']],
    [{ start: '2029-09-01' }, ['开始日期“2029-09-01”不在2030年：请核对年份和日期。']],
    [{ year: 2030.5 }, [limit('年份', 2030.5, 2000, 2099), '开始日期“2030-09-01”不在2030.5年：请核对年份和日期。']],
  ])('with %j is refused in words', async (more, says) =>
    expect(await notice(more)).toMatchObject({ status: 400, says }),
  );
  it('may reach into the next year, and is entered once a year', async () => {
    expect(await notice({ start: '2030-12-20', end: '2031-01-05' })).toMatchObject({
      status: 201,
      key: '2030/quality-month',
    });
    expect((await notice({})).status).toBe(400);
  });
});

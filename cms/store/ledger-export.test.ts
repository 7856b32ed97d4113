import readXlsxFile from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleDesk, type SampleDesk } from '../testing/sample-desk.ts';
import { signedIn, type SignedIn } from '../testing/signed-in.ts';
import { testCms, type TestCms } from '../testing/test-cms.ts';
import { createDeliveryStore } from './payload-delivery-store.ts';

let cms: TestCms;
let desk: SignedIn;
let sample: SampleDesk;
beforeAll(async () => {
  cms = await testCms();
  sample = await sampleDesk(cms.payload);
  desk = await signedIn(cms, ['signer', 'author', 'auditor']);
});
afterAll(() => cms.close());

describe('GET /api/deliveries/export.xlsx', () => {
  it('holds what the filters find, every page of it, readable by a spreadsheet', async () => {
    await sample.deliver('confirmed', new Date('2026-12-04T01:00:00Z'), {
      channel: 'weibo',
      url: 'https://weibo.example/1',
      note: '=1+1',
    });
    await sample.deliver('refused', new Date('2026-12-03T16:30:00Z'), { release: 1, note: '标题过长。' });
    await sample.deliver('pending', new Date('2026-12-05T01:00:00Z'));
    const { response, status } = await desk.get('auditor', 'deliveries/export.xlsx?from=2026-12-04&to=2026-12-04');
    expect(status).toBe(200);
    expect(response.headers.get('content-disposition')).toContain(encodeURIComponent('推送台账'));
    const [sheet] = await readXlsxFile(Buffer.from(await response.arrayBuffer()));
    expect(sheet?.sheet).toBe('推送台账');
    expect(sheet?.data).toEqual([
      ['稿件', '渠道', '计划', '实际', '状态', '链接', '次数', '说明'],
      ['信用报告怎么看（示例）', '微博', '2026-12-04 09:00', null, '已确认', 'https://weibo.example/1', 1, '=1+1'],
      ['秤上的星（示例）', '微信公众号', '2026-12-04 00:30', null, '被拒', null, 1, '标题过长。'],
    ]);
    const refused = await desk.get('author', 'deliveries/export.xlsx?state=refused');
    expect((await readXlsxFile(Buffer.from(await refused.response.arrayBuffer())))[0]?.data).toHaveLength(2);
  });

  it('is for staff alone, and says what is wrong with a filter', async () => {
    expect(await desk.get(null, 'deliveries/export.xlsx')).toMatchObject({ status: 401, message: '请先登录后台。' });
    expect(await desk.get('author', 'deliveries/export.xlsx?from=6月')).toMatchObject({
      status: 422,
      message: expect.stringContaining('起始日期不对'),
    });
  });
});

describe('POST /api/deliveries/:id/look', () => {
  const store = () => createDeliveryStore(cms.payload);
  const soon = new Date(Date.now() + 3_600_000);

  it('brings the next look forward for what was handed in, and for nothing else', async () => {
    for (const state of ['sent', 'unknown'] as const) {
      const id = await sample.deliver(state, new Date(), { nextAt: soon });
      expect(await desk.post('signer', `deliveries/${id}/look`)).toMatchObject({
        status: 200,
        message: expect.stringContaining('不会重发'),
      });
      const row = await store().get(id);
      expect([row?.state, (row?.nextAt?.getTime() ?? Infinity) <= Date.now()]).toEqual([state, true]);
    }
    for (const state of ['pending', 'claimed', 'confirmed', 'refused', 'dead', 'withdrawn', 'skipped'] as const) {
      const id = await sample.deliver(state, new Date(), { nextAt: soon });
      expect((await desk.post('signer', `deliveries/${id}/look`)).status).toBe(409);
      expect((await store().get(id))?.nextAt).toEqual(soon);
    }
  });

  it('is for 终审 and 管理员, and knows no copy that is not there', async () => {
    const id = await sample.deliver('unknown', new Date(), { nextAt: soon });
    expect((await desk.post(null, `deliveries/${id}/look`)).status).toBe(401);
    expect((await desk.post('author', `deliveries/${id}/look`)).status).toBe(403);
    expect(await desk.post('signer', 'deliveries/nothing/look')).toMatchObject({ status: 404 });
  });
});

it('sends nothing again that the plan has taken out', async () => {
  const id = await sample.deliver('skipped', new Date());
  await createDeliveryStore(cms.payload).patch(id, { progress: {}, superseded: true, goneLater: null });
  expect(await desk.post('signer', `deliveries/${id}/hand/resume`)).toMatchObject({
    status: 409,
    message: expect.stringContaining('不能再发送'),
  });
});

import { strFromU8, unzipSync } from 'fflate';
import { handleEndpoints, type SanitizedConfig } from 'payload';
import readXlsx from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleDesk, type SampleDesk } from '../testing/sample-desk.ts';
import { person } from '../testing/people.ts';
import { testCms, type TestCms } from '../testing/test-cms.ts';
import { loadProgramme } from './load-programme.ts';

let cms: TestCms;
let config: SanitizedConfig;
let sample: SampleDesk;
const tokens: Record<string, string> = {};
const at = (text: string) => new Date(`${text}:00+08:00`);

beforeAll(async () => {
  cms = await testCms();
  config = cms.payload.config;
  sample = await sampleDesk(cms.payload);
  for (const role of ['author', 'auditor'] as const) {
    const { id } = await person(cms.payload, role);
    const { email } = await cms.payload.findByID({ collection: 'users', id });
    tokens[role] =
      (await cms.payload.login({ collection: 'users', data: { email, password: 'correct horse battery' } })).token ??
      '';
  }
  await cms.payload.update({
    collection: 'campaigns',
    id: sample.campaignId,
    data: {
      leadUnit: '示例局',
      units: ['示例一局'],
      remarks: '附一页（示例）',
      materialGoal: 100,
      docNo: '示例〔2026〕0号',
      confirmedOn: '2026-11-01',
      tasks: [
        {
          name: '稿件送审',
          offsetDays: -5,
          doneOn: '2026-11-27',
          evidence: '送审单（示例）',
          evidenceUrl: 'https://example.com/a',
        },
        { name: '活动总结报送', offsetDays: 15 },
      ],
      goals: [{ channel: 'wechat', posts: 2 }],
    },
  });
  await sample.deliver('confirmed', at('2026-12-04T09:00'));
  await cms.payload.db.updateMany({
    collection: 'deliveries',
    where: {},
    data: { sentAt: at('2026-12-04T09:30').toISOString() },
  });
});
afterAll(() => cms.close());

async function call(method: string, path: string, who?: string) {
  const request = new Request(`http://localhost/api/campaigns/${path}`, {
    method,
    ...(who ? { headers: { Authorization: `JWT ${tokens[who]}` } } : {}),
  });
  return handleEndpoints({ config, request, payloadInstanceCacheKey: cms.key });
}
const message = async (response: Response) => [
  response.status,
  ((await response.json()) as { message: string }).message,
];
/** What a reader sees of a Word file: its paragraphs, a line each. */
async function wordText(path: string): Promise<string> {
  const xml = strFromU8(unzipSync(new Uint8Array(await bytes(path)))['word/document.xml'] ?? new Uint8Array());
  return xml
    .split('</w:p>')
    .map((paragraph) => [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(''))
    .join('\n');
}
const bytes = async (path: string) => Buffer.from(await (await call('GET', path, 'auditor')).arrayBuffer());

describe('the documents', () => {
  it('are for staff only', async () => {
    for (const path of ['programme', 'plan.docx', 'report.docx', 'report.xlsx']) {
      expect(await message(await call('GET', `${sample.campaignId}/${path}`))).toEqual([401, '请先登录后台。']);
      expect(await message(await call('GET', `nobody/${path}`, 'author'))).toEqual([404, '没有这个活动。']);
    }
  });

  it('come under a Chinese name', async () => {
    const { headers } = await call('GET', `${sample.campaignId}/plan.docx`, 'author');
    const [, name = ''] = /filename\*=UTF-8''(.+)$/.exec(headers.get('Content-Disposition') ?? '') ?? [];
    expect(decodeURIComponent(name)).toBe('2026年宪法日宣传活动方案.docx');
  });

  it('the plan tells duties with their days, the schedule, and what is still short', async () => {
    const value = await wordText(`${sample.campaignId}/plan.docx`);
    const order = [
      '宣传活动方案',
      '示例〔2026〕0号',
      '一、目的',
      '二、依据',
      '三、时间',
      '四、阶段',
      '五、分工',
      '稿件送审',
      '11月27日',
      '送审单（示例）',
      '六、排期',
      '12月4日 09:00',
      '信用报告怎么看（示例）（当天）',
      '七、频次目标',
      '微信公众号：2条，已排1条，还差1条。',
      '宣传材料：100件。',
      '八、附注',
      '附一页（示例）',
      '示例局',
      '2026年11月1日',
    ];
    expect(order.filter((text) => !value.includes(text))).toEqual([]);
    const found = order.map((text, i) => value.indexOf(text, i === 0 ? 0 : value.indexOf(order[i - 1] ?? '')));
    expect(found).toEqual(found.toSorted((a, b) => a - b));
  });

  it('are laid out as official documents, with a substitute for every typeface', async () => {
    const parts = unzipSync(new Uint8Array(await bytes(`${sample.campaignId}/plan.docx`)));
    const part = (name: string) => strFromU8(parts[name] ?? new Uint8Array());
    expect(part('word/document.xml')).toContain('<w:pgSz w:w="11906" w:h="16838"');
    expect(part('word/document.xml')).toContain('<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"');
    expect(part('word/styles.xml')).toMatch(
      /<w:docDefaults>.*w:eastAsia="仿宋_GB2312".*<w:sz w:val="32"\/>.*w:line="560" w:lineRule="exact"/,
    );
    const used = new Set(
      [...`${part('word/document.xml')}${part('word/styles.xml')}`.matchAll(/w:eastAsia="([^"]+)"/g)].map(
        ([, name]) => name ?? '',
      ),
    );
    const known = [...part('word/fontTable.xml').matchAll(/w:name="([^"]+)"><w:altName/g)].map(([, name]) => name);
    expect([...used].filter((name) => !known.includes(name))).toEqual([]);
    expect(part('word/document.xml').match(/<w:tblHeader\/>/g)).toHaveLength(2);
  });

  it('the report tells what became of each push, and that there is no last year', async () => {
    const value = await wordText(`${sample.campaignId}/report.docx`);
    for (const text of [
      '宣传活动总结',
      '计划推送1条，发出1条，其中按时0条，按时率0%',
      '12月4日 09:30',
      '晚发',
      '任务办理',
      '上年没有同一节点的活动',
      '不给单位和个人打分排名',
    ])
      expect(value).toContain(text);
  });

  it('the workbook has the same figures', async () => {
    const sheets = await readXlsx(await bytes(`${sample.campaignId}/report.xlsx`));
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['概况', '渠道', '推送明细', '任务']);
    expect(sheets[1]?.data[1]?.slice(0, 5)).toEqual(['微信公众号', 2, 1, 1, 0]);
    expect(sheets[2]?.data[1]?.slice(0, 6)).toEqual([
      '2026-12-04 09:00',
      '2026-12-04 09:30',
      '当天',
      '信用报告怎么看（示例）',
      '微信公众号',
      '晚发',
    ]);
  });
});

describe('复制到明年', () => {
  it('is for those who make campaigns', async () => {
    expect(await message(await call('POST', `${sample.campaignId}/copy`))).toEqual([401, '请先登录后台。']);
    expect(await message(await call('POST', `${sample.campaignId}/copy`, 'auditor'))).toEqual([
      403,
      '您的职责不能新建活动：请采编或终审人来复制。',
    ]);
    expect((await call('POST', `${sample.campaignId}/tasks`, 'auditor')).status).toBe(403);
  });

  it('makes a draft with posts that wait for a story, once', async () => {
    const answer = (await (await call('POST', `${sample.campaignId}/copy`, 'author')).json()) as { id: string };
    const copy = await cms.payload.findByID({ collection: 'campaigns', id: answer.id, depth: 0, joins: false });
    expect(copy).toMatchObject({
      year: 2027,
      key: '2027/constitution',
      state: 'draft',
      origin: 'copied',
      leadUnit: '示例局',
      goals: [{ channel: 'wechat', posts: 2 }],
      rehearsal: false,
    });
    expect(copy.docNo ?? null).toBeNull();
    expect(copy.tasks?.map(({ doneOn, name }) => [name, doneOn ?? null])).toEqual([
      ['稿件送审', null],
      ['活动总结报送', null],
    ]);
    const { docs } = await cms.payload.find({
      collection: 'posts',
      where: { campaign: { equals: answer.id } },
      depth: 0,
    });
    expect(docs).toMatchObject([
      {
        label: '当天',
        slug: 'day',
        channels: ['wechat'],
        offsetDays: 0,
        time: '09:00',
        misfire: 'late',
        misfireWindow: 60,
      },
    ]);
    expect(docs[0]?.story ?? null).toBeNull();
    expect(await message(await call('POST', `${sample.campaignId}/copy`, 'author'))).toEqual([
      409,
      '2027年已经有“宪法日”了：请直接改那一个。',
    ]);
  });

  it('a copy that was cut off before its posts is completed', async () => {
    await cms.payload.delete({ collection: 'posts', where: { key: { like: 'day' }, story: { exists: false } } });
    expect((await message(await call('POST', `${sample.campaignId}/copy`, 'author')))[0]).toBe(200);
    expect((await cms.payload.count({ collection: 'posts', where: { slug: { equals: 'day' } } })).totalDocs).toBe(2);
  });

  it('next year is compared with this one', async () => {
    const { docs } = await cms.payload.find({ collection: 'campaigns', where: { year: { equals: 2027 } } });
    const programme = await loadProgramme(cms.payload, docs[0]?.id ?? '', at('2027-12-20T09:00'));
    expect(programme).toMatchObject({
      ended: true,
      counts: { planned: 1, absent: 1 },
      lastYear: { year: 2026, counts: { planned: 1, out: 1 }, tasks: { done: 1, all: 2 } },
    });
  });
});

it('常用分工 comes by the kind of occasion, and only into a campaign that has none', async () => {
  const { id } = await cms.payload.create({
    collection: 'campaigns',
    data: {
      title: '质量月',
      slug: 'quality',
      theme: '示例',
      standfirst: '示例',
      occasion: 'quality-month',
      year: 2026,
      state: 'draft',
      leadUnit: '示例局',
      phases: [{ name: '全月', startOffset: 0, endOffset: 29 }],
    } as never,
  });
  expect(await message(await call('POST', `${id}/tasks`, 'author'))).toEqual([
    200,
    '已带出8项任务，时限按节点倒排：请核对责任单位。',
  ]);
  const { tasks } = await cms.payload.findByID({ collection: 'campaigns', id, depth: 0 });
  expect(tasks?.[0]).toMatchObject({ name: '活动方案报批', unit: '示例局', offsetDays: -30 });
  expect(await message(await call('POST', `${id}/tasks`, 'author'))).toEqual([
    409,
    '已经有分工了：请在“分工”里直接增减。',
  ]);
});

describe('the staff calendar', () => {
  const address = async () =>
    (
      (await (await call('GET', `${sample.campaignId}/programme`, 'author')).json()) as { calendar: string }
    ).calendar.split('/api/campaigns/')[1] ?? '';

  it('opens by its own address alone', async () => {
    const text = await (await call('GET', await address())).text();
    const unfolded = text.replaceAll('\r\n ', '');
    expect(unfolded).toContain('SUMMARY:✓ 稿件送审（宪法日）');
    expect(unfolded).toContain('DTSTART;VALUE=DATE:20261127');
    expect(unfolded).toContain('DTSTART:20261204T010000Z');
    expect((await call('GET', (await address()).replace(/k=./, 'k=#'))).status).toBe(403);
    expect((await call('GET', 'staff.ics')).status).toBe(403);
  });

  it('a new password closes the old address', async () => {
    const before = await address();
    const id = new URLSearchParams(before.split('?')[1]).get('u') ?? '';
    await cms.payload.update({ collection: 'users', id, data: { password: 'another horse battery' } });
    expect((await call('GET', before)).status).toBe(403);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { instantOf } from '../../campaigns/calendar/civil-day.ts';
import { createManualClock } from '../../campaigns/outbox/engine/manual-clock.ts';
import { performReview } from '../desk/perform.ts';
import { aColumn, draft, newsroom, release, type Desk } from '../testing/story.ts';
import { testCms, type TestCms } from '../testing/test-cms.ts';
import { openContent } from '../content/content.ts';
import { createReader } from './payload-reader.ts';
import type { Reader } from './reader.ts';
import { agreeToWithdrawal } from '../texts/testing/agree-to-withdrawal.ts';
import { withdrawnMeanwhile } from '../release/publication-row.ts';

let cms: TestCms;
let desk: Desk;
let reader: Reader;
const clock = createManualClock(instantOf('2026-06-14', '09:00'));

beforeAll(async () => {
  cms = await testCms();
  desk = await newsroom(cms.payload);
  reader = createReader({ payload: cms.payload, clock, demo: true, siteUrl: 'https://cx.example' });
});
afterAll(() => cms.close());

const live = async (title: string, day: string, more = {}) => {
  const story = await draft(cms.payload, desk.author, { title, ...more });
  clock.set(instantOf(day, '10:00'));
  await release(cms.payload, story.id, desk, clock);
  const { docs } = await cms.payload.find({
    collection: 'publications',
    where: { story: { equals: story.id } },
    depth: 0,
  });
  return { id: story.id, serial: docs[0]?.serial ?? 0 };
};

it('is the city that it was told to be', async () => {
  expect((await reader.region()).slug).toBe('guangyuan');
  const elsewhere = createReader({
    payload: cms.payload,
    clock,
    demo: true,
    siteUrl: 'https://cx.example',
    content: openContent({ root: process.cwd(), city: 'nowhere' }),
  });
  await expect(elsewhere.region()).rejects.toThrow('content/region/nowhere.yaml');
});

describe('stories', () => {
  it('are shown newest first with their column, never drafts', async () => {
    await draft(cms.payload, desk.author, { title: '没签发的草稿（示例）' });
    const one = await live('甲稿（示例）', '2026-05-01');
    const two = await live('乙稿（示例）', '2026-06-01', { tags: ['诚信'] });
    const page = await reader.stories({});
    expect(page.items.map(({ title }) => title)).toEqual(['乙稿（示例）', '甲稿（示例）']);
    expect(page.items[0]).toMatchObject({
      serial: two.serial,
      path: `/s/${two.serial}`,
      column: { slug: 'knowledge', name: '信用知识' },
      publishedAt: '2026-06-01T10:00:00+08:00',
      kindName: '信用知识',
      tags: ['诚信'],
    });
    expect((await reader.stories({ month: '2026-05' })).items.map(({ serial }) => serial)).toEqual([one.serial]);
    expect(await reader.story(one.serial)).toMatchObject({
      state: 'live',
      previous: null,
      next: { serial: two.serial },
      version: 1,
      signedAt: '2026-05-01T10:00:00+08:00',
      editor: desk.first.name,
    });
  });

  it('can be found by any part of their text', async () => {
    const search = async (words: string) => (await reader.stories({ search: words })).total;
    expect(await search('份证')).toBe(2);
    expect(await search('乙稿')).toBe(1);
    expect(await search('没签发')).toBe(0);
    expect(await search(' 份证% ')).toBe(2);
    for (const anything of ['%', '_%']) expect(await search(anything)).toBe(0);
    expect(await search(' ')).toBe(2);
  });

  it('can be found in traditional characters, and what was written in them in simplified ones', async () => {
    const search = async (words: string) => (await reader.stories({ search: words })).total;
    expect(await search('乙稿（示例）')).toBe(1);
    expect(await search('份證')).toBe(2);
    expect((await reader.search({ words: '嚴重失信' })).lists.map(({ name }) => name)).toEqual(['失信被执行人']);
    const { docs } = await cms.payload.find({
      collection: 'publications',
      where: { title: { equals: '甲稿（示例）' } },
    });
    const asWritten = async (searchText: string | null | undefined) =>
      cms.payload.update({ collection: 'publications', id: docs[0]!.id, data: { searchText: searchText ?? null } });
    // A row of an older version holds what was written.
    await asWritten(`${docs[0]?.searchText}\n《蘭亭集序》`);
    expect([await search('蘭亭'), await search('兰亭')]).toEqual([1, 0]);
    await asWritten(docs[0]?.searchText);
  });

  it('come in bounded pages', async () => {
    expect(await reader.stories({ page: 2, size: 1 })).toMatchObject({
      page: 2,
      pages: 2,
      total: 2,
      items: [{ title: '甲稿（示例）' }],
    });
    expect(await reader.stories({ page: -3, size: 1e9 })).toMatchObject({ page: 1, total: 2 });
    expect((await reader.stories({ column: 'nothing' })).pages).toBe(1);
  });

  it('leave a notice when withdrawn, and vanish from lists, neighbours and search', async () => {
    const gone = await live('丙稿（示例）', '2026-06-10');
    const before = await reader.story(gone.serial);
    expect(before).toMatchObject({ previous: { title: '乙稿（示例）' } });
    clock.set(instantOf('2026-06-12', '08:00'));
    await performReview(
      { payload: cms.payload, clock },
      { storyId: gone.id, act: 'withdraw', person: desk.signer, note: '所引规定已经修订。' },
    );
    expect(await reader.story(gone.serial)).toMatchObject({ state: 'withdrawn', reason: withdrawnMeanwhile });
    expect(await agreeToWithdrawal(cms.payload, gone.id, desk.first)).toMatchObject({ status: 200 });
    expect(await reader.story(gone.serial)).toEqual({
      state: 'withdrawn',
      serial: gone.serial,
      publishedAt: '2026-06-10T10:00:00+08:00',
      withdrawnAt: '2026-06-12T08:00:00+08:00',
      reason: '所引规定已经修订。',
      decidedBy: (await reader.region()).editorialName,
      copies: [],
    });
    expect((await reader.stories({ search: '丙稿' })).total).toBe(0);
    const two = (await reader.stories({ search: '乙稿' })).items[0];
    expect(await reader.story(two?.serial ?? 0)).toMatchObject({ next: null });
    expect((await reader.notices())[0]).toMatchObject({
      kind: 'withdrawal',
      serial: gone.serial,
      title: null,
      text: '所引规定已经修订。',
    });
  });

  it('say publicly what was corrected', async () => {
    const mended = await live('丁稿（示例）', '2026-06-11', {
      corrections: [{ date: '2026-06-11', was: '二百户', now: '二百一十户', note: '系笔误。' }],
    });
    expect((await reader.notices()).find(({ kind }) => kind === 'correction')).toMatchObject({
      serial: mended.serial,
      title: '丁稿（示例）',
      text: '有一处更正，应为“二百一十户”，系笔误。',
      copies: [],
    });
  });

  it('do not exist under numbers nobody has given', async () => {
    for (const serial of [0, -1, 1.5, Number.NaN, 9999]) expect(await reader.story(serial)).toBeNull();
  });
});

describe('lessons', () => {
  it('are listed apart, packed the same every time, and reported when taken back', async () => {
    const lesson = await live('一节课（示例）', '2026-06-02', {
      kind: 'material',
      column: null,
      lesson: { stage: '初中', theme: '考试诚信', subject: '道德与法治', duration: 40, licence: 'CC BY-NC 4.0' },
    });
    expect((await reader.stories({})).items.some(({ title }) => title === '一节课（示例）')).toBe(false);
    expect(await reader.story(lesson.serial)).toBeNull();
    const [shown] = (await reader.materials({ stage: ['初中'], theme: ['考试诚信'] })).items;
    expect(shown).toMatchObject({
      serial: lesson.serial,
      duration: 40,
      files: [{ name: 'lesson.html' }, { name: 'lesson.txt' }, { name: 'LICENSE.txt' }],
    });
    expect((await reader.materials({ stage: ['高中'] })).total).toBe(0);
    const zip = await reader.materialZip(lesson.serial);
    expect(zip).toMatchObject({ hash: shown?.zip.sha256 });
    expect(zip?.bytes.length).toBe(shown?.zip.bytes);
    const asked = new Date(Date.now() - 1000).toISOString();
    await performReview(
      { payload: cms.payload, clock },
      { storyId: lesson.id, act: 'withdraw', person: desk.signer, note: '内容需要更新。' },
    );
    expect(await reader.materialFeed(asked)).toMatchObject({ items: [], deleted: [{ serial: lesson.serial }] });
    expect(await reader.materialZip(lesson.serial)).toBeNull();
    expect(await reader.material(lesson.serial)).toMatchObject({ state: 'withdrawn' });
  });
});

describe('campaigns', () => {
  it('are public once confirmed, with live stories and unsigned ones without their titles', async () => {
    const { payload } = cms;
    const data = {
      slug: '614',
      year: 2026,
      title: '查报告',
      theme: '看得见',
      standfirst: '一起查',
      occasion: 'credit-record-day',
      good: ['查报告'],
      phases: [
        { name: '预告', startOffset: -7, endOffset: -1 },
        { name: '当天', startOffset: 0, endOffset: 0 },
      ],
    };
    const campaign = await payload.create({ collection: 'campaigns', data: data as never, depth: 0 });
    const ready = await live('网点地图（示例）', '2026-06-05');
    const unsigned = await draft(payload, desk.author, { title: '还没审的题目（示例）' });
    const post = { campaign: campaign.id, channels: ['wechat'] };
    await payload.create({
      collection: 'posts',
      data: { ...post, slug: 'a', story: ready.id, label: '预告', offsetDays: -3 } as never,
    });
    await payload.create({
      collection: 'posts',
      data: { ...post, slug: 'b', story: unsigned.id, label: '当天', offsetDays: 0, time: '08:30' } as never,
    });
    expect(await reader.campaigns(2026)).toEqual([]);
    await payload.update({ collection: 'campaigns', id: campaign.id, data: { state: 'confirmed' } });
    const shown = await reader.campaign(2026, '614');
    expect(shown).toMatchObject({
      path: '/year/2026/614/',
      start: '2026-06-07',
      end: '2026-06-14',
      occasion: { slug: 'credit-record-day', state: 'confirmed' },
    });
    expect(shown?.items).toMatchObject([
      { phase: 0, day: '2026-06-11', time: '09:00', story: { serial: ready.serial } },
      { phase: 1, day: '2026-06-14', time: '08:30', story: null, title: '当天' },
    ]);
    expect((await reader.year(2026)).find(({ slug }) => slug === 'credit-record-day')?.campaignPath).toBe(
      '/year/2026/614/',
    );
    expect(await reader.campaign(2026, 'nothing')).toBeNull();
  });

  it('stand in the calendar to subscribe to, with their pages', async () => {
    clock.set(instantOf('2026-06-14', '23:59'));
    const ics = (await reader.calendarIcs()).replaceAll('\r\n ', '');
    expect(ics).toContain('UID:credit-record-day-2027@');
    expect(ics).toContain('URL:https://cx.example/year/2026/614/');
    expect(ics).toContain('DTSTAMP:20260613T160000Z');
    expect(ics.match(/UID:campaign-\S+@/g)).toEqual(['UID:campaign-614-2026@']);
  });

  it('stand there with a sequence that grows with every change, also with the one that takes a notice back', async () => {
    const seen = async (uid: string) => {
      const lines = (await reader.calendarIcs()).replaceAll('\r\n ', '').split('\r\n');
      const at = lines.findIndex((line) => line.startsWith(`UID:${uid}@`));
      const event = lines.slice(at, lines.indexOf('END:VEVENT', at));
      const value = (name: string) => event.find((line) => line.startsWith(`${name}:`))?.slice(name.length + 1) ?? null;
      return { sequence: Number(value('SEQUENCE')), modified: value('LAST-MODIFIED'), status: value('STATUS') };
    };
    // The calendar counts in seconds.
    const soon = async () => {
      const second = () => Math.floor(Date.now() / 1000);
      for (const from = second(); second() === from; ) await new Promise((done) => setTimeout(done, 20));
    };
    const grown: number[] = [];
    const note = async () => {
      const { modified, sequence } = await seen('business-integrity-month-2026');
      grown.push(sequence);
      return modified;
    };
    expect(await note()).toBeNull();
    const data = {
      occasion: 'business-integrity-month',
      year: 2026,
      start: '2026-09-01',
      end: '2026-09-30',
      docNo: '示例1号',
    };
    const { id } = await cms.payload.create({ collection: 'occasion-notices', data: data as never });
    expect(await note()).toMatch(/^\d{8}T\d{6}Z$/);
    await soon();
    await cms.payload.update({ collection: 'occasion-notices', id, data: { end: '2026-09-29' } as never });
    await note();
    await soon();
    await cms.payload.delete({ collection: 'occasion-notices', id });
    await note();
    expect(grown[0]).toBe(0);
    expect(grown).toEqual([...new Set(grown)].sort((a, b) => a - b));
    expect(grown).toHaveLength(4);
    const before = await seen('campaign-614-2026');
    await soon();
    await cms.payload.update({
      collection: 'campaigns',
      where: { slug: { equals: '614' } },
      data: { theme: '改了主题' } as never,
    });
    expect((await seen('campaign-614-2026')).sequence).toBeGreaterThan(before.sequence);
  });

  it('wait for the notice of an annual occasion', async () => {
    const state = async () => (await reader.year(2026)).find(({ slug }) => slug === 'business-integrity-month')?.state;
    expect(await state()).toBe('proposed');
    await cms.payload.create({
      collection: 'occasion-notices',
      data: {
        occasion: 'business-integrity-month',
        year: 2026,
        start: '2026-09-01',
        end: '2026-09-30',
        docNo: '示例1号',
      } as never,
    });
    expect(await state()).toBe('confirmed');
  });
});

describe('everything else', () => {
  it('knows the day, the almanac and the columns', async () => {
    clock.set(instantOf('2026-06-14', '23:59'));
    expect(reader.today()).toBe('2026-06-14');
    expect(reader.almanac('2026-06-14')).toEqual({ lunar: '农历丙午年四月廿九', weekday: '星期日' });
    await aColumn(cms.payload);
    expect(await reader.column('knowledge')).toMatchObject({ path: '/c/knowledge/', navOrder: 1 });
    expect(await reader.column('nothing')).toBeNull();
  });

  it('hands out no file that no live release shows', async () => {
    for (const name of ['../chengxin.db', 'x.webp', '01890000-0000-7000-8000-000000000000-card-640.webp', ''])
      expect(await reader.media(name)).toBeNull();
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { instantOf } from '../../../campaigns/calendar/civil-day.ts';
import type { Person } from '../../access/person.ts';
import { performReview } from '../../desk/perform.ts';
import { storyFindings } from '../../checking/findings/story-findings.ts';
import { remember } from '../../checking/memory/remember.ts';
import { person } from '../../testing/people.ts';
import { draft, newsroom, type Desk } from '../../testing/story.ts';
import { testCms, type TestCms } from '../../testing/test-cms.ts';
import type { YearCampaign } from '../../schedule/campaigns.ts';
import { loadMyWork } from './my-work.ts';
import { navCounts } from './nav-counts.ts';
import { loadYear } from '../../schedule/year.ts';

let cms: TestCms;
let desk: Desk;
const now = instantOf('2026-11-21', '09:00');
const act = async (storyId: string, name: 'submit' | 'approve-first' | 'return', who: Person, note = '') => {
  const result = await performReview({ payload: cms.payload }, { storyId, act: name, person: who, note });
  if (!result.ok) throw new Error(result.message);
};
const work = async (who: Person, campaigns: YearCampaign[] = []) => {
  const groups = await loadMyWork(cms.payload, { person: who, now, campaigns, occasions: [] });
  return groups.map(({ name, tasks }) => `${name}：${tasks.map(({ title }) => title).join('、')}`);
};

beforeAll(async () => {
  cms = await testCms();
  desk = await newsroom(cms.payload);
});
afterAll(() => cms.close());

describe('loadMyWork', () => {
  it('gives each story to those whose turn it is, and to nobody else', async () => {
    const one = await draft(cms.payload, desk.author, { title: '甲（示例）' });
    const two = await draft(cms.payload, desk.author, { title: '乙（示例）' });
    expect(await work(desk.first)).toEqual([]);
    await act(one.id, 'submit', desk.author);
    await act(two.id, 'submit', desk.author);
    await act(two.id, 'approve-first', desk.first);
    expect(await work(desk.first)).toEqual(['初审：甲（示例）']);
    // The second reviewer also clears secrecy; 复审 comes first where both wait.
    expect(await work(desk.second)).toEqual(['复审：乙（示例）', '保密审查：甲（示例）']);
    expect(await work(desk.author)).toEqual([]);
    expect(await work(desk.signer)).toEqual([]);
    await act(one.id, 'return', desk.first, '第二段数字没有来源');
    expect(await work(desk.author)).toEqual(['退回给我：甲（示例）']);
    const [group] = await loadMyWork(cms.payload, { person: desk.author, now, campaigns: [], occasions: [] });
    expect(group?.tasks[0]?.detail).toContain('第二段数字没有来源');
    expect(await navCounts(cms.payload, desk.author, now)).toEqual({ today: 1, ledger: 0 });
  });

  it('puts what is planned first on top', async () => {
    const late = await draft(cms.payload, desk.author, { title: '后发（示例）' });
    const soon = await draft(cms.payload, desk.author, { title: '先发（示例）' });
    for (const { id } of [late, soon]) await act(id, 'submit', desk.author);
    const post = (storyId: string, day: string) => ({
      id: storyId,
      storyId,
      title: '',
      channels: [],
      at: instantOf(day, '09:00'),
      festive: false,
      floating: true,
      moves: [],
    });
    const campaign = {
      id: 'c',
      title: 'c',
      year: 2026,
      occasion: 'constitution-day',
      settled: true,
      phases: [],
      posts: [post(late.id, '2026-12-04'), post(soon.id, '2026-11-22'), post(late.id, '2026-11-01')],
    };
    expect(await work(desk.first, [campaign])).toEqual(['初审：先发（示例）、后发（示例）']);
  });

  it('asks those who may confirm for dates that are near and only proposed', async () => {
    const occasions = await loadYear(cms.payload, 2026);
    const near = { person: desk.signer, now, campaigns: [], occasions };
    expect((await loadMyWork(cms.payload, near)).map(({ name }) => name)).toEqual(['等我确认']);
    expect(await loadMyWork(cms.payload, { ...near, person: await person(cms.payload, 'auditor') })).toEqual([]);
  });
});

describe('form and text disagree', () => {
  const blamed = (more: object) =>
    draft(cms.payload, desk.author, { summary: '示例镇王建国拖欠货款八万元。', ...more } as never);
  const group = async (who: Person) => (await work(who)).find((line) => line.startsWith('判定认得出谁')) ?? '';

  it('waits for a secrecy reviewer who wrote nothing on it, until it is settled or mended', async () => {
    const secrecy = await person(cms.payload, 'secrecy');
    const [settled, mended] = [await blamed({ title: '看错的（示例）' }), await blamed({ title: '真的（示例）' })];
    await blamed({ title: '没有回答的（示例）', answer: { who: null, tone: null } });
    await draft(cms.payload, desk.author, { title: '没有事的（示例）' });
    expect(await group(secrecy)).toBe('判定认得出谁：看错的（示例）、真的（示例）');
    expect([await group(desk.first), await group(desk.author)]).toEqual(['', '']);
    // Whoever wrote on it cannot settle it, and is not asked to.
    const writer = await person(cms.payload, 'secrecy');
    await cms.payload.db.updateOne({
      collection: 'stories',
      id: settled.id,
      data: { editors: [writer.id] } as never,
      returning: false,
    });
    expect(await group(writer)).toBe('判定认得出谁：真的（示例）');
    const [finding] = await storyFindings(
      cms.payload,
      await cms.payload.findByID({ collection: 'stories', id: settled.id, depth: 0 }),
    );
    expect(
      await remember(cms.payload, {
        storyId: settled.id,
        mark: finding?.mark ?? '',
        scope: 'story',
        reason: '同名的村子，不是人。',
        person: secrecy,
        now,
      }),
    ).toMatchObject({ ok: true });
    expect(await group(secrecy)).toBe('判定认得出谁：真的（示例）');
    await cms.payload.update({
      collection: 'stories',
      id: mended.id,
      data: { summary: '某镇一人拖欠货款。' } as never,
    });
    expect(await group(secrecy)).toBe('');
  });
});

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Clock } from '../../campaigns/ports/clock.ts';
import type { Person } from '../access/person.ts';
import { honourAlerts } from '../admin/queries/honour-alerts.ts';
import type { Nomination } from '../payload-types.ts';
import { idOf } from '../database/id-of.ts';
import { publishDue } from '../publication/publish.ts';
import { performReview } from '../desk/perform.ts';
import { mediaFolderOf } from '../database/media-folder.ts';
import { asUser, person } from '../testing/people.ts';
import { aColumn, newsroom, release, type Desk } from '../testing/story.ts';
import { testCms, type TestCms } from '../testing/test-cms.ts';
import { compareModels } from '../honours/compare-models.ts';
import { compareNightly, lastCompared } from '../honours/compare-nightly.ts';
import { purgePapers } from '../honours/purge-papers.ts';
import { releaseBatches } from '../honours/release-batches.ts';
import { endClosed } from '../honours/end-closed.ts';
import { agreeToWithdrawal } from '../texts/testing/agree-to-withdrawal.ts';
import { withdrawnMeanwhile } from '../release/publication-row.ts';
import { historyDoor } from './history-door.ts';

let cms: TestCms;
let desk: Desk;
let admin: Person;
// Reviews are taken on the machine's day; what is proved must be as young.
const base = new Date();
const clock: Clock = { now: () => base, sleep: () => Promise.resolve() };
const day = (n: number) => new Date(base.getTime() + 8 * 3_600_000 + n * 86_400_000).toISOString().slice(0, 10);
const later = (days: number): Clock => ({ ...clock, now: () => new Date(base.getTime() + days * 86_400_000) });

beforeAll(async () => {
  cms = await testCms();
  desk = await newsroom(cms.payload);
  admin = await person(cms.payload, 'admin');
  await aColumn(cms.payload);
});
afterAll(() => cms.close());

async function paper(): Promise<string> {
  const data = await sharp({ create: { width: 40, height: 40, channels: 3, background: '#eee' } })
    .png()
    .toBuffer();
  const made = await cms.payload.create({
    collection: 'papers',
    data: { title: '同意书（示例）' } as never,
    file: { data, name: '同意书.png', mimetype: 'image/png', size: data.length },
    overrideAccess: false,
    user: asUser(desk.author),
  });
  return made.id;
}
const batchNamed = async (name: string) =>
  (await cms.payload.create({ collection: 'batches', data: { name, batchDate: day(0) } as never })).id;
const set = (id: string, data: Partial<Nomination>, who: Person = desk.author) =>
  cms.payload.update({
    collection: 'nominations',
    id,
    data: data as never,
    depth: 0,
    overrideAccess: false,
    user: asUser(who),
  });
const live = async (story: string) =>
  (await cms.payload.find({ collection: 'publications', where: { story: { equals: story } }, depth: 0 })).docs[0];

let count = 0;
async function accepted(batch: string, more: object = {}): Promise<Nomination> {
  count += 1;
  const made = await cms.payload.create({
    collection: 'nominations',
    depth: 0,
    overrideAccess: false,
    user: asUser(desk.author),
    data: {
      name: `示例${'甲乙丙丁戊己庚辛壬癸子丑寅卯'[count]}`,
      subject: 'person',
      category: '诚信人物',
      place: '示例县示例镇',
      recommendedBy: '示例镇人民政府',
      deed: '## 起因\n\n二十年守一杆秤。',
      consent: { by: 'self', on: day(-20), paper: await paper() },
      rechecks: [{ on: day(-15), by: '示例', source: '信用中国', result: 'clean' }],
      notice: { where: '政府网站', from: day(-14), to: day(-1) },
      batch,
      ...more,
    } as never,
  });
  await set(made.id, { state: 'recommended' });
  await set(made.id, { state: 'notice' });
  return set(made.id, { state: 'accepted' }, desk.signer);
}

async function written(nomination: Nomination): Promise<string> {
  const story = idOf(nomination.story) ?? '';
  await cms.payload.update({
    collection: 'stories',
    id: story,
    data: { summary: '一杆秤，二十年。', authorName: '示例' },
    overrideAccess: false,
    user: asUser(desk.author),
  });
  return story;
}

describe('from nomination to page', () => {
  it('gives the recommender a prefilled draft that signs only while the nomination stands, and shows the batch together', async () => {
    const batch = await batchNamed('第一批');
    const [one, two] = [await accepted(batch), await accepted(batch)];
    const [first, second] = [await written(one), await written(two)];
    const story = await cms.payload.findByID({ collection: 'stories', id: first, depth: 0 });
    expect(story).toMatchObject({
      kind: 'role-model',
      stage: 'draft',
      createdBy: desk.author.id,
      roleModel: { name: one.name, batch: '第一批', recommendedBy: '示例镇人民政府', consent: '本人已书面同意公开' },
    });
    for (const [act, who] of [
      ['submit', desk.author],
      ['approve-first', desk.first],
      ['clear-secrecy', desk.second],
      ['approve-second', desk.second],
    ] as const)
      await performReview({ payload: cms.payload }, { storyId: first, act, person: who, note: '' });
    expect(
      await performReview({ payload: cms.payload }, { storyId: first, act: 'sign', person: desk.signer, note: '' }),
    ).toMatchObject({ ok: true, message: expect.stringContaining('一起上线') });
    expect(await releaseBatches(cms.payload, clock)).toEqual([]);
    expect(await live(first)).toBeUndefined();
    await release(cms.payload, second, desk);
    // The last signing lets it go; the tick would have done the same.
    expect(await releaseBatches(cms.payload, clock)).toEqual([]);
    expect([await live(first), await live(second)]).toMatchObject([
      { state: 'live', batch: '第一批' },
      { state: 'live', batch: '第一批' },
    ]);
    expect(historyDoor.need(one.history).map(({ by, to }) => `${by} ${to}`)).toEqual([
      `${desk.author.name} 已推荐`,
      `${desk.author.name} 公示中`,
      `${desk.signer.name} 已通过`,
    ]);
  });

  it('a member that ends before the batch goes is never shown; one whose signing was taken back holds the batch', async () => {
    const batch = await batchNamed('第八批');
    const [one, two, three] = [await accepted(batch), await accepted(batch), await accepted(batch)];
    const [first, second, third] = [await written(one), await written(two), await written(three)];
    await release(cms.payload, first, desk);
    await release(cms.payload, second, desk);
    await performReview(
      { payload: cms.payload },
      { storyId: second, act: 'withdraw', person: desk.signer, note: '再改一处。' },
    );
    await release(cms.payload, third, desk);
    expect(await releaseBatches(cms.payload, clock)).toEqual([]);
    expect(await live(third)).toBeUndefined();
    await set(one.id, { state: 'offline', reason: '本人撤回同意。' }, desk.signer);
    await release(cms.payload, second, desk);
    await publishDue(cms.payload);
    expect((await live(third))?.state).toBe('live');
    expect(await live(first)).toBeUndefined();
    expect((await live(second))?.state).toBe('live');
  });

  it('refuses a role model without a nomination', async () => {
    const story = await cms.payload.create({
      collection: 'stories',
      data: { title: '无推荐（示例）', kind: 'role-model' } as never,
      overrideAccess: false,
      user: asUser(desk.author),
    });
    expect(
      await performReview(
        { payload: cms.payload },
        { storyId: story.id, act: 'submit', person: desk.author, note: '' },
      ),
    ).toMatchObject({ ok: false, status: 422, message: expect.stringContaining('没有对应的推荐人选') });
  });

  it('what was changed after a return is shown anew, for its whole time', async () => {
    const made = await cms.payload.create({
      collection: 'nominations',
      depth: 0,
      overrideAccess: false,
      user: asUser(desk.author),
      data: {
        name: '示例改',
        subject: 'person',
        category: '诚信人物',
        place: '示例县',
        recommendedBy: '示例镇',
        deed: '甲事。',
        consent: { by: 'self', on: day(-20), paper: await paper() },
        rechecks: [{ on: day(-15), by: '示例', source: '信用中国', result: 'clean' }],
        notice: { where: '政府网站', from: day(-14), to: day(-1) },
      } as never,
    });
    await set(made.id, { state: 'recommended' });
    await set(made.id, { state: 'notice' });
    expect((await set(made.id, { state: 'recommended', deed: '乙事。' })).deed).toBe('乙事。');
    await expect(set(made.id, { state: 'notice' })).rejects.toThrow('要重新公示');
    expect(
      (await set(made.id, { state: 'notice', notice: { where: '政府网站', from: day(0), to: day(14) } as never }))
        .state,
    ).toBe('notice');
  });

  it('says in a sentence why a state cannot be reached, and freezes what was shown', async () => {
    const made = await accepted(await batchNamed('第二批'));
    await expect(set(made.id, { deed: '另一件事。' })).rejects.toThrow('公示以后“事迹”不能改');
    await expect(set(made.id, { rechecks: [] })).rejects.toThrow('不能改、不能删');
    await expect(set(made.id, { state: 'revoked' }, desk.signer)).rejects.toThrow('荣誉只能由授予单位撤销');
    await expect(set(made.id, { state: 'offline', reason: '有人反映' }, desk.author)).rejects.toThrow('要由终审人来做');
    await expect(set(made.id, { state: 'offline' }, admin)).rejects.toThrow();
    await expect(set(made.id, { state: 'draft' }, desk.signer)).rejects.toThrow('不能直接改成');
  });
});

describe('when an honour ends', () => {
  const shown = async (name: string, more: object = {}) => {
    const nomination = await accepted(await batchNamed(name), more);
    const story = await written(nomination);
    await release(cms.payload, story, desk);
    await releaseBatches(cms.payload, clock);
    expect((await live(story))?.state).toBe('live');
    return { id: nomination.id, story };
  };

  it('is withdrawn from the page with the awarding body’s document alone', async () => {
    const { id, story } = await shown('第三批');
    await set(
      id,
      { state: 'revoked', revocation: { body: '示例市文明办', docNo: '示例〔2026〕9号', on: day(0) } },
      desk.signer,
    );
    expect(await live(story)).toMatchObject({ state: 'withdrawn', reason: withdrawnMeanwhile });
    // Whose words they are stands in the trail, and in the row.
    const {
      docs: [row],
    } = await cms.payload.find({ collection: 'withdrawals', where: { story: { equals: story } }, depth: 0 });
    expect(row?.writers).toEqual([{ id: desk.signer.id, name: desk.signer.name }]);
    const { docs: trail } = await cms.payload.find({
      collection: 'audit',
      where: { and: [{ target: { equals: 'withdrawals' } }, { rowId: { equals: row!.id } }] },
      pagination: false,
    });
    expect(trail.map(({ actorName, phase }) => [actorName, phase])).toEqual(
      expect.arrayContaining([
        [desk.signer.name, 'intent'],
        [desk.signer.name, 'done'],
      ]),
    );
    expect(await agreeToWithdrawal(cms.payload, story, desk.signer)).toMatchObject({ status: 403 });
    expect(await agreeToWithdrawal(cms.payload, story, desk.first)).toMatchObject({ status: 200 });
    expect(await live(story)).toMatchObject({
      state: 'withdrawn',
      reason: `荣誉撤销：示例市文明办以示例〔2026〕9号（${day(0)}）撤销了这项荣誉。`,
    });
    await expect(set(id, { state: 'accepted' }, desk.signer)).rejects.toThrow('最后一步');
    await expect(
      set(id, { revocation: { body: '示例市文明办', docNo: '别的', on: day(0) } }, desk.signer),
    ).rejects.toThrow('不能再改');
  });

  it('a sure hit goes offline by night, a namesake is only told; the page says nothing of the list', async () => {
    const unit = await shown('第四批', {
      subject: 'unit',
      name: '示例面粉厂',
      consent: { by: 'unit', on: day(-20), paper: await paper() },
    });
    const someone = await shown('第五批', { name: '示例同名' });
    const lists = {
      entries: (names: readonly string[]) =>
        Promise.resolve(
          [
            { list: '示例名单', name: '示例 面粉厂', kind: 'unit' as const, place: null },
            { list: '示例名单', name: '示例同名', kind: 'person' as const, place: '别的县人民法院' },
          ].filter(({ name }) => names.some((n) => n === name.replace(' ', ''))),
        ),
    };
    const hits = await compareModels(cms.payload, clock, lists);
    expect(hits.map(({ candidate, certainty }) => [candidate.name, certainty])).toEqual(
      expect.arrayContaining([
        ['示例面粉厂', 'sure'],
        ['示例同名', 'maybe'],
      ]),
    );
    expect(await live(unit.story)).toMatchObject({ state: 'withdrawn', reason: '这篇报道已下线，正在复核。' });
    expect((await live(someone.story))?.state).toBe('live');
    const told = await cms.payload.findByID({ collection: 'nominations', id: someone.id, depth: 0 });
    expect([told.state, told.hit]).toEqual(['accepted', expect.stringContaining('同名的人')]);
    await compareModels(cms.payload, clock, { entries: () => Promise.resolve([]) });
    expect(
      (await cms.payload.findByID({ collection: 'nominations', id: someone.id, depth: 0 })).hit ?? null,
    ).toBeNull();
    await expect(
      compareModels(cms.payload, clock, { entries: () => Promise.reject(new Error('源不通')) }),
    ).rejects.toThrow('源不通');
    const before = await live(unit.story);
    await endClosed(cms.payload, clock);
    expect(await live(unit.story)).toEqual(before);
    expect((await live(someone.story))?.state).toBe('live');
  });

  it('papers go 30 days after the end and leave their fingerprint; before, nobody can delete or change one', async () => {
    const nomination = await accepted(await batchNamed('第六批'));
    const id = idOf(nomination.consent?.paper) ?? '';
    const row = await cms.payload.findByID({ collection: 'papers', id, depth: 0 });
    const file = join(mediaFolderOf(cms.payload), '..', 'papers', row.filename ?? '');
    expect(existsSync(file)).toBe(true);
    await expect(cms.payload.delete({ collection: 'papers', id })).rejects.toThrow('按期限销毁');
    await expect(cms.payload.update({ collection: 'papers', id, data: { title: '改' } })).rejects.toThrow('按期限销毁');
    await expect(
      cms.payload.findByID({ collection: 'papers', id, overrideAccess: false, user: asUser(desk.first) }),
    ).rejects.toThrow();
    await set(nomination.id, { state: 'offline', reason: '本人撤回同意。' }, desk.signer);
    await purgePapers(cms.payload, later(29));
    expect(existsSync(file)).toBe(true);
    await purgePapers(cms.payload, later(31));
    expect(existsSync(file)).toBe(false);
    const after = await cms.payload.findByID({ collection: 'nominations', id: nomination.id, depth: 0 });
    expect(after.consent).toMatchObject({ paper: null, paperSha256: row.sha256, purgedOn: day(31) });
    expect(row.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it('compares once a night, and again at once when the source did not answer', async () => {
    const at = (text: string): Clock => ({ ...clock, now: () => new Date(text) });
    let asked = 0;
    const lists = {
      entries: () => {
        asked += 1;
        return asked === 1 ? Promise.reject(new Error('源不通')) : Promise.resolve([]);
      },
    };
    await accepted(await batchNamed('第七批'));
    expect(await compareNightly(cms.payload, at('2027-06-10T01:59:00+08:00'), lists)).toBe(false);
    expect(asked).toBe(0);
    expect(await compareNightly(cms.payload, at('2027-06-10T02:00:00+08:00'), lists)).toBe(false);
    expect(await lastCompared(cms.payload)).toBeNull();
    expect(await compareNightly(cms.payload, at('2027-06-10T02:01:00+08:00'), lists)).toBe(true);
    expect(await compareNightly(cms.payload, at('2027-06-10T23:59:00+08:00'), lists)).toBe(false);
    expect([asked, await lastCompared(cms.payload)]).toEqual([2, '2027-06-10']);
  });

  it('the desk is told of namesakes, objections, notices that are over and cases to be verified again', async () => {
    const named = (
      await cms.payload.find({ collection: 'nominations', where: { name: { equals: '示例同名' } }, depth: 0 })
    ).docs[0];
    await cms.payload.update({
      collection: 'nominations',
      id: named?.id ?? '',
      data: { hit: '比对：同名的人。' },
      context: { nominationJob: { now: base } },
    });
    const open = await cms.payload.create({
      collection: 'nominations',
      data: {
        name: '示例待议',
        subject: 'person',
        state: 'draft',
        notice: { from: day(-9), to: day(-1), objections: [{ on: day(-2), verdict: 'open' }] },
      } as never,
    });
    await cms.payload.db.updateOne({ collection: 'nominations', id: open.id, data: { state: 'notice' } });
    await cms.payload.create({
      collection: 'stories',
      data: {
        title: '旧案例（示例）',
        kind: 'case',
        stage: 'signed',
        disclosure: { named: false, checkedOn: day(-360) },
      } as never,
    });
    const told = (await honourAlerts(cms.payload, base)).map(({ what, word }) => `${word} ${what}`).join('\n');
    expect(told).toMatch(/同名.*示例同名/);
    expect(told).toMatch(/有异议.*示例待议/);
    expect(told).toMatch(/公示期满.*示例待议/);
    expect(told).toMatch(/该重新核实.*旧案例（示例）/);
  });
});

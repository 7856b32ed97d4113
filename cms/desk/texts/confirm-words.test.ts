import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { within } from '../../../.config/patience.ts';
import { createLocalReq } from 'payload';
import { addDays, instantOf } from '../../../campaigns/calendar/civil-day.ts';
import { systemClock } from '../../../campaigns/ports/clock.ts';
import { approvals } from '../../access/table.ts';
import { unconfirmedAlerts } from '../../admin/queries/unconfirmed-alerts.ts';
import { createReader } from '../../read/payload-reader.ts';
import type { Reader } from '../../read/reader.ts';
import { openMongod } from '../../store/testing/mongod.ts';
import { asUser, person } from '../../testing/people.ts';
import { signedIn, type SignedIn } from '../../testing/signed-in.ts';
import { testCms, type TestCms } from '../../testing/test-cms.ts';
import { agree as agreeTo } from './agree.ts';
import { subjects } from '../../texts/subjects.ts';
import { waitingTexts } from './testing/waiting-texts.ts';
import { wordingName, wordingOf } from '../../texts/wording.ts';

const mongod = await openMongod();
if ('missing' in mongod) console.warn(mongod.missing);
afterAll(() => mongod.stop());

const databases = [
  { name: 'SQLite', url: undefined },
  ...('url' in mongod ? [{ name: 'MongoDB', url: mongod.url as string | undefined }] : []),
];

describe.each(databases)('confirming a campaign, on $name', ({ url }) => {
  let cms: TestCms;
  let desk: SignedIn;
  let reader: Reader;
  let other = '';
  let count = 0;

  beforeAll(async () => {
    if (url) process.env.CMS_TEST_MONGODB_URL = url;
    cms = await testCms();
    desk = await signedIn(cms, ['author', 'reviewer1', 'secrecy', 'signer']);
    const { email } = await cms.payload.findByID({ collection: 'users', id: (await person(cms.payload, 'signer')).id });
    other =
      (await cms.payload.login({ collection: 'users', data: { email, password: 'correct horse battery' } })).token ??
      '';
    reader = createReader({ payload: cms.payload, clock: systemClock, demo: true, siteUrl: 'http://localhost' });
  }, within(60_000));
  afterAll(async () => {
    await cms.close();
    delete process.env.CMS_TEST_MONGODB_URL;
  });

  const send = async (who: string, method: string, path: string, body?: object) => {
    const headers = who === 'other' ? { headers: { Authorization: `JWT ${other}` } } : {};
    const { response, status } = await desk.send(who === 'other' ? null : who, path, {
      method,
      ...headers,
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const said = (await response.json().catch(() => ({}))) as {
      message?: string;
      id?: string;
      doc?: { id: string };
      version?: string;
      errors?: { message: string }[];
    };
    return { status, said, text: said.message ?? said.errors?.[0]?.message ?? '' };
  };
  const draft = async (who: string, more: object = {}) => {
    count += 1;
    const { said, text } = await send(who, 'POST', 'campaigns', {
      slug: `c${count}`,
      year: 2031,
      title: '诚信活动',
      theme: '主题',
      standfirst: '一句话',
      occasion: 'credit-record-day',
      phases: [{ name: '当天', startOffset: 0, endOffset: 0 }],
      ...more,
    });
    if (!said.doc) throw new Error(text);
    return said.doc.id;
  };
  const post = async (who: string, campaign: string, label = '当天') => {
    count += 1;
    const { said, text } = await send(who, 'POST', 'posts', {
      campaign,
      slug: `p${count}`,
      label,
      channels: ['weibo'],
      anchor: 'start',
      offsetDays: 0,
      time: '09:00',
      misfire: 'late',
      misfireWindow: 60,
    });
    if (!said.doc) throw new Error(text);
    return said.doc.id;
  };
  const confirm = (who: string, id: string, more: object = {}) =>
    send(who, 'PATCH', `campaigns/${id}`, { state: 'confirmed', ...more });
  const agree = async (who: string, path: string, more: object = {}) =>
    send(who, 'POST', `${path}/agree`, { version: (await send(who, 'GET', `${path}/agree`)).said.version, ...more });
  const shown = async (id: string) => {
    const { slug, year } = await cms.payload.findByID({ collection: 'campaigns', id, depth: 0 });
    return JSON.stringify(await reader.campaign(year, slug));
  };

  it('what reports of a task is no word of it, as for what an approval covers', () => {
    const reports = approvals.campaigns?.reports?.flatMap((path) =>
      path.startsWith('tasks.*.') ? [path.slice('tasks.*.'.length)] : [],
    );
    expect([...subjects.campaigns.apart].sort()).toEqual(reports?.sort());
  });

  it('covers the posts that the form has shown: one that was changed, added or deleted since is noticed, and nothing is written', async () => {
    const id = await draft('author');
    const label = await post('author', id, '预告');
    const seen = async () =>
      String(((await send('signer', 'GET', `campaigns/${id}`)).said as { postsSeen?: string }).postsSeen);
    const before = await cms.payload.db.findOne({ collection: 'campaigns', where: { id: { equals: id } } });
    const late = { status: 409, text: expect.stringMatching(/排期有人改过.*没有确认.*您写的都还在/) };
    let read = await seen();
    expect((await send('author', 'PATCH', `posts/${label}`, { label: '回顾' })).status).toBe(200);
    expect(await confirm('signer', id, { postsSeen: read })).toMatchObject(late);
    read = await seen();
    const more = await post('author', id, '当天');
    expect(await confirm('signer', id, { postsSeen: read })).toMatchObject(late);
    read = await seen();
    expect((await send('author', 'DELETE', `posts/${more}`)).status).toBe(200);
    expect(await confirm('signer', id, { postsSeen: read })).toMatchObject(late);
    expect(await cms.payload.db.findOne({ collection: 'campaigns', where: { id: { equals: id } } })).toEqual(before);
    // Whatever else of a post changes is no word; saving without confirming asks nothing.
    read = await seen();
    expect((await send('author', 'PATCH', `posts/${label}`, { time: '10:00' })).status).toBe(200);
    expect((await send('author', 'PATCH', `campaigns/${id}`, { docNo: '文1', postsSeen: 'older' })).status).toBe(200);
    expect((await confirm('signer', id, { postsSeen: read })).text).not.toContain('排期有人改过');
    expect((await cms.payload.findByID({ collection: 'campaigns', id, depth: 0 })).state).toBe('confirmed');
  });

  it('is done by a signer who has not written it, and covers its posts', async () => {
    const id = await draft('author');
    await post('author', id, '预告');
    expect((await waitingTexts(cms.payload)).filter((one) => one.id === id)).toEqual([]);
    expect(await confirm('author', id)).toMatchObject({ status: 200 });
    expect((await cms.payload.findByID({ collection: 'campaigns', id, depth: 0 })).state).toBe('draft');
    expect(await confirm('signer', id)).toMatchObject({ status: 200 });
    expect(await shown(id)).toMatch(/一句话.*预告/);
    expect(
      (await waitingTexts(cms.payload)).filter(({ subject }) => subject === 'campaigns' || subject === 'posts'),
    ).toEqual([]);
  });

  it('is not done by a signer who has drafted or changed it, its phases, its tasks or the words of a post', async () => {
    const refused = { status: 403, text: expect.stringMatching(/自己写过或改过，不能自己确认.*没有写过的终审人/) };
    const own = await draft('signer');
    expect(await confirm('signer', own)).toMatchObject(refused);
    for (const change of [
      { title: '换了名' },
      { phases: [{ name: '换名', startOffset: 0, endOffset: 0 }] },
      { tasks: [{ name: '换了', offsetDays: -10 }] },
      { good: ['换'] },
      { docNo: '示例1号' },
    ]) {
      const id = await draft('author');
      expect(await send('signer', 'PATCH', `campaigns/${id}`, change)).toMatchObject({ status: 200 });
      expect(await confirm('signer', id)).toMatchObject(refused);
      expect((await cms.payload.findByID({ collection: 'campaigns', id, depth: 0 })).state).toBe('draft');
      expect(await confirm('other', id)).toMatchObject({ status: 200 });
    }
    const posted = await draft('author');
    await post('signer', posted, '我写的');
    expect(await confirm('signer', posted)).toMatchObject({
      status: 403,
      text: expect.stringContaining('排期“我写的”'),
    });
    expect(await confirm('other', posted)).toMatchObject({ status: 200 });
  });

  it('is not got round by making it confirmed, by a copy of it, or by taking the confirmation back', async () => {
    expect(
      await send('signer', 'POST', 'campaigns', {
        slug: 'at-once',
        year: 2031,
        title: '诚信活动',
        theme: '主题',
        standfirst: '一句话',
        occasion: 'credit-record-day',
        phases: [{ name: '当天', startOffset: 0, endOffset: 0 }],
        state: 'confirmed',
      }),
    ).toMatchObject({ status: 403, text: expect.stringContaining('先存成“拟定”') });
    const own = await draft('signer', { year: 2028, occasion: 'constitution-day' });
    const copied = await send('signer', 'POST', `campaigns/${own}/copy`);
    expect(copied).toMatchObject({ status: 200 });
    expect(await confirm('signer', copied.said.id ?? '')).toMatchObject({ status: 403 });
    // Another one copies it: the words are still those of both.
    const again = await draft('signer', { year: 2035, occasion: 'constitution-day' });
    const byAuthor = await send('author', 'POST', `campaigns/${again}/copy`);
    expect(await confirm('signer', byAuthor.said.id ?? '')).toMatchObject({ status: 403 });
    const id = await draft('author');
    await confirm('signer', id);
    await send('signer', 'PATCH', `campaigns/${id}`, { theme: '自己改的主题' });
    await send('signer', 'PATCH', `campaigns/${id}`, { state: 'draft' });
    expect(await confirm('signer', id)).toMatchObject({ status: 403 });
    expect(await shown(id)).not.toContain('自己改的主题');
  });

  it('what the signer writes along with it, and whatever is changed afterwards, waits for somebody else', async () => {
    const id = await draft('author');
    expect(await confirm('signer', id, { docNo: '示例9号' })).toMatchObject({ status: 200 });
    expect(await shown(id)).toContain('一句话');
    expect(await shown(id)).not.toContain('示例9号');
    expect((await waitingTexts(cms.payload)).find((one) => one.id === id)).toMatchObject({
      subject: 'campaigns',
      writers: [{ id: desk.people.signer!.id }],
    });
    expect(await agree('signer', `campaigns/${id}`)).toMatchObject({ status: 403 });
    expect(await agree('reviewer1', `campaigns/${id}`)).toMatchObject({ status: 200 });
    expect(await shown(id)).toContain('示例9号');
    const late = await post('signer', id, '后加的');
    expect(await shown(id)).not.toContain('后加的');
    expect(await agree('other', `posts/${late}`)).toMatchObject({ status: 200 });
    expect(await shown(id)).toContain('后加的');
    // When it was done is a report and no word.
    await send('author', 'PATCH', `campaigns/${id}`, { outcome: '办成了。' });
    expect((await waitingTexts(cms.payload)).filter((one) => one.id === id)).toEqual([]);
  });

  it("an office with one signer: a reviewer agrees to the signer's own words, then the signer confirms", async () => {
    const id = await draft('signer');
    expect(await confirm('signer', id)).toMatchObject({ status: 403 });
    expect(await agree('reviewer1', `campaigns/${id}`)).toMatchObject({ status: 200 });
    expect(await confirm('signer', id)).toMatchObject({ status: 200 });
    expect(await shown(id)).toContain('一句话');
  });

  it('when every signer has written some of it, the reviewers are told, and 今日 says what to do', async () => {
    const id = await draft('signer');
    expect((await waitingTexts(cms.payload)).filter((one) => one.id === id)).toEqual([]);
    // The other signer, who might have confirmed it, writes at it as well.
    expect((await send('other', 'PATCH', `campaigns/${id}`, { theme: '另一个主题' })).status).toBe(200);
    expect((await waitingTexts(cms.payload)).find((one) => one.id === id)?.writers).toHaveLength(2);
    const day = (await reader.year(2031)).find(({ slug }) => slug === 'credit-record-day')!.start;
    const alerts = async (before: number) =>
      (await unconfirmedAlerts(cms.payload, instantOf(addDays(day, -before), '09:00'))).find(
        (one) => one.id === `unconfirmed-${id}`,
      );
    expect(await alerts(20)).toBeUndefined();
    expect(await alerts(14)).toMatchObject({
      shape: 'person',
      what: expect.stringMatching(/开始，还没有确认：网站上没有它。/),
      advice: expect.stringContaining('终审人都写过它'),
    });
    await post('author', id);
    expect(await alerts(0)).toMatchObject({ shape: 'refused', what: expect.stringContaining('排的1条到点不会发出') });
    expect(await alerts(-3)).toBeUndefined();
    expect(await agree('reviewer1', `campaigns/${id}`)).toMatchObject({ status: 200 });
    expect((await alerts(5))?.advice).toContain('请没有写过它的终审人');
    expect(await confirm('signer', id)).toMatchObject({ status: 200 });
    expect(await alerts(5)).toBeUndefined();
  });

  it('what a reviewer did not agree to is not confirmed past him', async () => {
    const id = await draft('author');
    const { version } = (await send('reviewer1', 'GET', `campaigns/${id}/agree`)).said;
    expect(
      await send('reviewer1', 'POST', `campaigns/${id}/refuse`, { version, reason: '主题和文件不一样。' }),
    ).toMatchObject({ status: 200 });
    expect(await confirm('signer', id)).toMatchObject({
      status: 409,
      text: expect.stringContaining('主题和文件不一样'),
    });
    expect((await send('author', 'PATCH', `campaigns/${id}`, { theme: '改过的主题' })).status).toBe(200);
    expect(await confirm('signer', id)).toMatchObject({ status: 200 });
    expect(await shown(id)).toContain('改过的主题');
  });

  it('by whichever door, at whatever moment: nothing of what the signer wrote is public, and the draft is not confirmed', async () => {
    const id = await draft('signer', { standfirst: '终审人自己的话' });
    const asSigner = { overrideAccess: false, user: desk.asUser('signer') } as const;
    for (const forged of [{ writers: [] }, { writers: null, refused: null }, { theme: '一起改' }])
      expect((await confirm('signer', id, forged)).status).toBe(403);
    await expect(
      cms.payload.update({ collection: 'campaigns', id, data: { state: 'confirmed' }, ...asSigner }),
    ).rejects.toMatchObject({ message: expect.stringContaining('不能自己确认') });
    expect(
      (
        await send('signer', 'POST', 'campaigns', {
          slug: 'at-once',
          year: 2031,
          title: '活动',
          theme: '主题',
          standfirst: '一句话',
          occasion: 'credit-record-day',
          state: 'confirmed',
          phases: [{ name: '当天', startOffset: 0, endOffset: 0 }],
        })
      ).status,
    ).toBe(403);
    expect(
      (await send('signer', 'POST', `campaigns/${id}/duplicate`, { slug: 'twin', state: 'confirmed' })).status,
    ).toBeGreaterThanOrEqual(400);
    expect(
      (
        await desk.send('signer', 'graphql', {
          method: 'POST',
          body: JSON.stringify({ query: 'mutation { updateCampaign(id: "x", data: { state: confirmed }) { id } }' }),
        })
      ).status,
    ).toBeGreaterThanOrEqual(400);
    // Somebody who may do both acts is still one person.
    const both = await person(cms.payload, 'author', 'reviewer1', 'reviewer2', 'signer');
    const asBoth = { overrideAccess: false, user: asUser(both) } as const;
    const own = await cms.payload.create({
      collection: 'campaigns',
      depth: 0,
      ...asBoth,
      data: {
        slug: 'own',
        year: 2031,
        title: '活动',
        theme: '主题',
        standfirst: '一人兼职写的',
        occasion: 'credit-record-day',
        state: 'draft',
        phases: [{ name: '当天', startOffset: 0, endOffset: 0 }],
      } as never,
    });
    const req = await createLocalReq({}, cms.payload);
    expect(await agreeTo(req, 'campaigns', own.id, both, wordingName(wordingOf('campaigns', own)))).toMatchObject({
      status: 403,
    });
    await expect(
      cms.payload.update({ collection: 'campaigns', id: own.id, data: { state: 'confirmed' }, ...asBoth }),
    ).rejects.toMatchObject({ message: expect.stringContaining('不能自己确认') });
    for (const one of [id, own.id]) {
      expect((await cms.payload.findByID({ collection: 'campaigns', id: one, depth: 0 })).state).toBe('draft');
      expect(await shown(one)).toBe('null');
    }
  });

  it("what the author saves while the signer confirms is part of what was confirmed, with the signer's name to it, or waits", async () => {
    for (const round of [1, 2, 3]) {
      const id = await draft('author');
      const own = await post('author', id);
      await Promise.all([
        confirm('signer', id),
        send('author', 'PATCH', `campaigns/${id}`, { standfirst: `没看过的${round}` }),
        send('author', 'PATCH', `posts/${own}`, { label: `没看${round}` }),
      ]);
      const { docs } = await cms.payload.find({
        collection: 'public-texts',
        where: { row: { in: [id, own] } },
        depth: 0,
        pagination: false,
      });
      expect(docs.map(({ agreedBy }) => agreedBy)).toEqual([desk.people.signer!.name, desk.people.signer!.name]);
      for (const said of [`没看过的${round}`, `没看${round}`])
        expect((await shown(id)).includes(said)).toBe(JSON.stringify(docs.map(({ words }) => words)).includes(said));
    }
  });

  it('where somebody seems to be blamed by name, only after the secrecy reviewer has said that it is read wrongly', async () => {
    const id = await draft('author', { standfirst: '本活动曝光红叶超市短斤少两。' });
    expect(await confirm('signer', id)).toMatchObject({ status: 422, text: expect.stringMatching(/指名.*保密审查人/) });
    expect(await agree('reviewer1', `campaigns/${id}`)).toMatchObject({ status: 422 });
    expect(await agree('secrecy', `campaigns/${id}`, { reason: '红叶超市是短剧里的店。' })).toMatchObject({
      status: 200,
    });
    expect(await confirm('signer', id)).toMatchObject({ status: 200 });
    expect(await shown(id)).toContain('红叶超市');
  });
});

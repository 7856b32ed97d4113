import { afterAll, beforeAll, expect, it } from 'vitest';
import { secrecyTasks } from '../../admin/queries/secrecy-tasks.ts';
import type { Person } from '../../access/person.ts';
import { markdownToRichText } from '../../rich-text/from-markdown.ts';
import { signedIn, type SignedIn } from '../../testing/signed-in.ts';
import { draft } from '../../testing/story.ts';
import { testCms, type TestCms } from '../../testing/test-cms.ts';
import type { JudgedFinding } from './judged-findings.ts';

let cms: TestCms;
let desk: SignedIn;
beforeAll(async () => {
  cms = await testCms();
  desk = await signedIn(cms, ['author', 'reviewer2', 'admin', 'secrecy']);
});
afterAll(() => cms.close());

const findings = async (id: string): Promise<JudgedFinding[]> =>
  ((await (await desk.get('author', `stories/${id}/findings`)).response.json()) as { findings: JudgedFinding[] })
    .findings;
const blocking = async (id: string) =>
  (await findings(id)).filter(({ judged, level }) => level === 'block' && judged === null);
const judge = (who: string, id: string, mark: string, scope = 'story') =>
  desk.post(who, `stories/${id}/findings`, { mark, scope, reason: '是评书里的人物，不是真人。' });
const handIn = async (id: string) => (await desk.post('author', `stories/${id}/review/submit`)).status;
const tasks = async (who: string) =>
  (await secrecyTasks(cms.payload, desk.people[who] as Person)).map(({ href }) => href);

it.each([
  ['a sealed record', /^sealed\//, '评书《茶馆》里，李某（男，45岁，开茶馆）因赌博被行政拘留十日。'],
  ['a minor in a case', /^minor\//, '评书里，12岁的陈小杰偷了邻居家的钱，被人抓住。'],
])(
  '%s that was read wrongly has a way out: the secrecy reviewer, with a reason, for this text',
  async (_, rules, words) => {
    const { id } = await draft(cms.payload, desk.people.author as Person, { body: markdownToRichText(words) as never });
    const found = await blocking(id);
    expect(found.some(({ final, rule }) => rules.test(rule) && !final)).toBe(true);
    expect(await handIn(id)).toBe(422);
    expect(await tasks('secrecy')).toContain(`/admin/collections/stories/${id}`);
    for (const { mark, rule } of found.filter((one) => rules.test(one.rule))) {
      for (const who of ['author', 'reviewer2', 'admin'])
        expect(await judge(who, id, mark), `${who} ${rule}`).toMatchObject({
          status: 403,
          message: expect.stringContaining('保密审查人'),
        });
      expect(await judge('secrecy', id, mark, 'everywhere')).toMatchObject({ status: 403 });
    }
    // A minor is also a question that the form has answered otherwise: both are the secrecy reviewer's.
    for (const { mark } of found) expect(await judge('secrecy', id, mark)).toMatchObject({ status: 200 });
    expect(await blocking(id)).toEqual([]);
    expect(await tasks('secrecy')).not.toContain(`/admin/collections/stories/${id}`);
    const { docs: trail } = await cms.payload.find({
      collection: 'audit',
      where: { rowId: { equals: id } },
      pagination: false,
    });
    expect(trail.map(({ reason }) => reason)).toContain('是评书里的人物，不是真人。');
    expect(await handIn(id)).toBe(200);
    const other = await draft(cms.payload, desk.people.author as Person, {
      body: markdownToRichText(`${words}又一句。`) as never,
    });
    expect((await blocking(other.id)).length).toBeGreaterThan(0);
  },
);

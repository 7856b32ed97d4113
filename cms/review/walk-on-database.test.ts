import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Person } from '../access/person.ts';
import type { Role } from '../access/roles.ts';
import { contentHash } from '../release/content.ts';
import { asUser, person } from '../testing/people.ts';
import { draft } from '../testing/story.ts';
import { testCms, type TestCms } from '../testing/test-cms.ts';
import { answerable, type Review, type ReviewAct } from '../story/act.ts';
import { performReview } from '../desk/perform.ts';
import type { Stage } from '../story/stage.ts';
import { within } from '../../.config/patience.ts';

let cms: TestCms;
const people: Person[] = [];
beforeAll(async () => {
  cms = await testCms();
  const hats: Role[][] = [
    ['author', 'reviewer1', 'signer'],
    ['author', 'reviewer2', 'secrecy'],
    ['reviewer1', 'reviewer2', 'signer', 'secrecy'],
    ['reviewer1', 'reviewer2', 'signer', 'secrecy'],
    ['signer', 'reviewer2', 'author'],
  ];
  for (const roles of hats) people.push(await person(cms.payload, ...roles));
});
afterAll(() => cms.close());

/** A linear congruential generator is random enough to be silly with. */
function dice(seed: number) {
  let state = seed;
  return (sides: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * sides);
  };
}

const any: ReviewAct[] = [
  'submit',
  'approve-first',
  'clear-secrecy',
  'approve-second',
  'sign',
  'reassign',
  'correct-urgent',
  'return',
];
/** What gets a story on from where it is, so that the walk does not only tread water. */
const onward: Record<Stage, ReviewAct[]> = {
  draft: ['submit'],
  returned: ['submit'],
  first: ['approve-first', 'clear-secrecy'],
  second: ['approve-second', 'clear-secrecy'],
  final: ['sign', 'clear-secrecy'],
  signed: ['correct-urgent'],
};
const share = (a: readonly string[], b: readonly string[]) => a.some((id) => b.includes(id));

it(
  'whatever people do to a story, its releases are by enough people and never by its writers',
  async () => {
    const roll = dice(20_260_615);
    const author = people[0] as Person;
    const { id } = await draft(cms.payload, author);
    const written = new Map<number, Set<string>>();
    let writers = new Set([author.id]);
    let signed = 0;
    for (let i = 0; i < 160; i += 1) {
      const who = people[roll(people.length)] as Person;
      // Signed and never edited is a dead end for the reviews.
      if (roll(30) === 0 || (signed > 0 && i % 40 === 0)) {
        // The access rules let only owners and administrators edit; the review must hold whoever gets through.
        const editor = people[roll(2)] as Person;
        await cms.payload.update({
          collection: 'stories',
          id,
          data: { summary: `第${i}稿，每年两次免费。` },
          user: asUser(editor),
        });
        writers.add(editor.id);
        continue;
      }
      const { stage } = await cms.payload.findByID({ collection: 'stories', id, depth: 0, joins: false });
      const list = roll(5) > 0 ? onward[stage] : any;
      const act = list[roll(list.length)] as ReviewAct;
      const done = await performReview(
        { payload: cms.payload },
        {
          storyId: id,
          act,
          person: who,
          note: '理由。',
          to: people[roll(people.length)]?.id ?? '',
          passage: { wrong: '每年', right: '每一年' },
        },
      );
      if (!done.ok || done.releaseId === null) continue;
      signed += 1;
      const { version } = await cms.payload.findByID({ collection: 'releases', id: done.releaseId, depth: 0 });
      written.set(version, writers);
      if (act === 'sign') writers = new Set([author.id]);
    }
    const { docs } = await cms.payload.find({
      collection: 'releases',
      where: { story: { equals: id } },
      depth: 0,
      pagination: false,
    });
    expect(docs).toHaveLength(signed);
    expect(signed).toBeGreaterThan(1);
    for (const { reviewMode, reviewers, version } of docs.filter((row) => row.reviewMode !== 'urgent')) {
      const reviews = reviewers as unknown as Review[];
      expect(new Set(reviews.map((r) => r.contentHash)).size).toBe(1);
      const by = (act: ReviewAct) => {
        const found = reviews.findLast((r) => r.act === act);
        return found ? answerable(found) : [];
      };
      const [first, second, clear, sign] = [by('approve-first'), by('approve-second'), by('clear-secrecy'), by('sign')];
      expect([first, second, clear, sign].every((list) => list.length > 0)).toBe(true);
      expect({ version, mode: reviewMode, twice: share(first, second) || share(sign, [...first, ...second]) }).toEqual({
        version,
        mode: 'three',
        twice: false,
      });
      expect(share([...first, ...second, ...clear, ...sign], [...(written.get(version) ?? [])])).toBe(false);
    }
    const story = await cms.payload.findByID({ collection: 'stories', id, depth: 0 });
    expect(story.contentHash).toBe(contentHash({ ...story }));
  },
  within(120_000),
);

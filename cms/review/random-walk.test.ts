import { expect, it } from 'vitest';
import { roleNames, type Role } from '../access/roles.ts';
import { answerable, reviewActNames, type Review, type ReviewAct } from '../story/act.ts';
import { reviewModeOf, standsFor, type CaseFile } from '../story/case-file.ts';
import { advance, afterEdit, judge } from './machine.ts';

/** A release as the walk makes it, with what an onlooker has noted independently of the rules. */
interface Made {
  hash: string;
  reviews: Review[];
  mode: 'three' | 'two' | 'urgent';
  smallOffice: boolean;
  writers: Set<string>;
}

/** Mulberry32: the same seed, the same walk. */
function dice(seed: number) {
  let a = seed;
  const next = () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
  return { next, pick };
}

const likely: ReviewAct[] = [
  'submit',
  'approve-first',
  'approve-second',
  'clear-secrecy',
  'sign',
  'submit',
  'approve-first',
  'approve-second',
  'clear-secrecy',
  'sign',
  'correct-urgent',
];

/** One story, a handful of people with many hats, and no sense at all. */
function walk(seed: number, steps: number): Made[] {
  const { next, pick } = dice(seed);
  const people = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => ({
    id,
    name: id,
    roles: roleNames.filter(() => next() < 0.6) as Role[],
  }));
  const author = pick(people).id;
  let version = 0;
  let writers = new Set([author]);
  // Those of what is live.
  let released = new Set<string>();
  const made: Made[] = [];
  let file: CaseFile = {
    stage: 'draft',
    round: 1,
    contentHash: 'v0',
    createdBy: author,
    editors: [],
    reviews: [],
    live: false,
    missing: [],
    openComments: 0,
    openMust: 0,
    assignee: null,
    smallOffice: next() < 0.5,
    signed: null,
    terms: { urgentHours: 72, unsignHours: 2 },
  };
  for (let i = 0; i < steps; i += 1) {
    if (next() < 0.02) {
      const editor = pick(people).id;
      version += 1;
      writers.add(editor);
      file = { ...file, ...afterEdit(file, editor), contentHash: `v${version}`, assignee: null };
      continue;
    }
    if (next() < 0.02) {
      file = { ...file, smallOffice: !file.smallOffice };
      continue;
    }
    const act = next() < 0.85 ? pick(likely) : pick(reviewActNames);
    const person = pick(people);
    const to = pick(people);
    const passage = { wrong: '两', right: pick(['三', '四']) };
    const verdict = judge(act, file, person, '理由', { to, passage });
    if (!verdict.ok) continue;
    const absent = standsFor(file, person);
    const applied = act === 'correct-urgent' && verdict.next === 'first';
    const proposal = file.reviews.findLast((r) => r.act === 'correct-urgent' && r.round === file.round);
    if (applied) version += 1;
    const review: Review = {
      act,
      round: file.round,
      by: person.id,
      byName: person.name,
      ...(absent ? { forId: absent.id } : {}),
      at: '2026-06-01T09:00:00+08:00',
      contentHash: applied ? `v${version}` : file.contentHash,
      note: null,
      ...(act === 'reassign' ? { to: to.id } : {}),
      ...(act === 'correct-urgent' ? { passage, bySigner: person.roles.includes('signer') } : {}),
      ...(applied ? { applied: true } : {}),
    };
    if (act === 'sign') {
      const standing = file.reviews.filter((r) => r.round === file.round && r.contentHash === file.contentHash);
      made.push({
        hash: file.contentHash,
        reviews: [...standing, review],
        mode: reviewModeOf(file),
        smallOffice: file.smallOffice,
        writers,
      });
      released = writers;
      writers = new Set([author]);
    }
    if (applied && proposal) {
      made.push({
        hash: review.contentHash,
        reviews: [{ ...proposal, contentHash: review.contentHash }, review],
        mode: 'urgent',
        smallOffice: file.smallOffice,
        writers: new Set([...writers, ...released]),
      });
      writers = new Set([...writers, proposal.by]);
    }
    const { assignee, ...fields } = advance(file, review, verdict.next);
    const live = act === 'sign' || applied ? true : act === 'withdraw' || act === 'withdraw-sign' ? false : file.live;
    file = {
      ...file,
      ...fields,
      live,
      contentHash: review.contentHash,
      signed:
        act === 'sign' || applied
          ? { signers: answerable(review), writers: [...released], hoursOld: 1, goneOut: next() < 0.5 }
          : file.signed,
      assignee:
        assignee === null
          ? null
          : {
              id: assignee,
              name: assignee,
              delegates:
                assignee === file.assignee?.id
                  ? file.assignee.delegates
                  : people.filter(() => next() < 0.4).map(({ id }) => id),
            },
    };
  }
  return made;
}

const share = (a: readonly string[], b: readonly string[]) => a.some((id) => b.includes(id));

/** What is wrong with a release, by the law of the house and not by its code: 三审 by three (or openly two), none of them its writers. */
function faults({ hash, mode, reviews, smallOffice, writers }: Made): string[] {
  const by = (act: ReviewAct) => {
    const found = reviews.findLast((r) => r.act === act && r.contentHash === hash);
    return found ? answerable(found) : [];
  };
  const found: string[] = [];
  if (mode === 'urgent') {
    const [one, two] = reviews.filter((r) => r.act === 'correct-urgent' && r.contentHash === hash);
    if (!one || !two || one.by === two.by) found.push('not two people');
    if (!one?.bySigner && !two?.bySigner) found.push('no signer');
    // Whoever proposed the change is not yet one of its writers: the first release had them not.
    if (share([...(one ? answerable(one) : []), ...(two ? answerable(two) : [])], [...writers]))
      found.push('by a writer');
    return found;
  }
  const [first, second, clear, sign] = [by('approve-first'), by('approve-second'), by('clear-secrecy'), by('sign')];
  if ([first, second, clear, sign].some((people) => people.length === 0)) found.push('a review is missing');
  if (share(sign, first) || share(sign, second)) found.push('signed by a reviewer');
  if (share(first, second) && !(mode === 'two' && smallOffice)) found.push('one person, two reviews');
  if (!share(first, second) && mode === 'two') found.push('called two, was three');
  if (share([...first, ...second, ...clear, ...sign], [...writers])) found.push('by a writer');
  return found;
}

it('no walk through acts and edits ever releases what too few people, or its writers, have reviewed', () => {
  const kinds = new Map<string, number>();
  for (let seed = 1; seed <= 3000; seed += 1) {
    for (const release of walk(seed, 500)) {
      kinds.set(release.mode, (kinds.get(release.mode) ?? 0) + 1);
      expect({ seed, faults: faults(release), release: faults(release).length > 0 ? release : null }).toEqual({
        seed,
        faults: [],
        release: null,
      });
    }
  }
  // The walks do get somewhere, in every way.
  for (const mode of ['three', 'two', 'urgent']) expect(kinds.get(mode) ?? 0).toBeGreaterThan(100);
});

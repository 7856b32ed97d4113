import type { Payload } from 'payload';
import { addDays, instantOf } from '../../../campaigns/calendar/civil-day.ts';
import type { Random } from '../../../campaigns/calendar/testing/random.ts';
import type { Release } from '../../payload-types.ts';
import { publicationRow } from '../../release/publication-row.ts';
import { escapeHtml } from '../../rich-text/escape.ts';
import { storyKinds, type StoryKind } from '../../story/facts.ts';
import type { Snapshot } from '../../story/snapshot.ts';
import { fingerprint } from '../../words/canonical.ts';

/** A publication that a test put into the database, as the test knows it. */
export interface Known {
  serial: number;
  state: 'live' | 'withdrawn';
  snapshot: Snapshot;
  /** ISO 8601, UTC. */
  firstPublishedAt: string;
  /** The public day on which it goes by itself; null: never. */
  until: string | null;
}

const kinds = Object.keys(storyKinds) as StoryKind[];
/** Words with all that databases and search boxes take for something else. */
const odd = [
  '100%',
  'a_b',
  "它's",
  '“引”',
  '\\反',
  'C++',
  '(括号)',
  '[方]',
  '*',
  '.',
  '^头',
  '尾$',
  '{}',
  '|',
  'null',
  'TRUE',
  'ＡＢ',
  '𠮷野',
  'Café',
  '--',
  '/*',
  '; DROP',
];

/**
 * Releases and their publications by chance, straight into the database: no review, so that hundreds take a second. Several
 * share one instant of publication.
 * @param day the first day on which something was published
 */
export async function generatedCity(
  payload: Payload,
  random: Random,
  { count, day }: { count: number; day: string },
): Promise<Known[]> {
  const known: Known[] = [];
  for (let serial = 1; serial <= count; serial += 1) {
    const snapshot = randomSnapshot(random, serial);
    const signedAt = instantOf(addDays(day, random.int(0, 45)), random.pick(['00:00', '08:00', '23:59'])).toISOString();
    const [story, id] = [`story-${serial}`, `release-${serial}`];
    await payload.db.create({
      collection: 'stories',
      data: { id: story, title: snapshot.title, kind: 'knowledge', stage: 'signed' },
    });
    const release = {
      id,
      story,
      version: 1,
      round: 1,
      kind: snapshot.kind,
      column: snapshot.column?.slug ?? null,
      key: `${story}:1`,
      title: snapshot.title,
      hash: fingerprint(snapshot),
      signedBy: '示例',
      signedAt,
      reviewers: [],
      imported: false,
      snapshot,
    };
    await payload.db.create({ collection: 'releases', data: release });
    const row = publicationRow(release as unknown as Release, {
      corrections: snapshot.corrections,
      correctedAt: null,
      correcting: 0,
      firstShownAt: signedAt,
      unseen: true,
      now: new Date(signedAt),
      withdrawal: null,
      package: null,
    });
    const state = random.chance(0.15) ? ('withdrawn' as const) : ('live' as const);
    await payload.db.create({
      collection: 'publications',
      data: {
        ...row,
        id: `publication-${serial}`,
        story,
        serial,
        state,
        ...(state === 'withdrawn' ? { withdrawnAt: signedAt, reason: '撤回。' } : {}),
      },
    });
    known.push({ serial, state, snapshot, firstPublishedAt: signedAt, until: snapshot.disclosure?.until ?? null });
  }
  return known;
}

function randomSnapshot(random: Random, serial: number): Snapshot {
  const kind = random.pick([...kinds, 'material']);
  const words = `${random.pick(odd)}第${serial}篇${random.pick(odd)}`;
  const text = `正文${serial} ${random.pick(odd)}`;
  return {
    kind,
    column: kind === 'material' ? null : { slug: random.pick(['news', 'guide']), name: '栏目' },
    title: words,
    summary: random.pick(odd),
    category4: null,
    author: '示例作者',
    source: '编辑部（示例）',
    sourceUrl: null,
    tags: random.chance(0.3) ? [random.pick(odd)] : [],
    html: `<p>${escapeHtml(text)}</p>`,
    text,
    cover: null,
    images: [],
    roleModel:
      kind === 'role-model'
        ? {
            name: `某${serial}`,
            category: '诚信人物',
            batch: random.pick(['第一批', '第二批', '第十二批']),
            batchDate: '2026-01-01',
            place: '',
            recommendedBy: null,
            publicity: null,
            consent: null,
            recheck: null,
          }
        : null,
    caseSteps: null,
    ...(kind === 'case' && random.chance(0.5)
      ? {
          disclosure: {
            authority: '示例局',
            docNo: '1号',
            docDate: '2026-01-01',
            recordUrl: 'https://a.example/',
            objection: '电话',
            until: `2026-0${random.int(2, 9)}-01`,
          },
        }
      : {}),
    lesson:
      kind === 'material'
        ? {
            stage: random.pick(['初中', '高中']),
            theme: random.pick(['考试诚信', '助学贷款']),
            subject: '',
            duration: 40,
            licence: 'CC BY 4.0',
            licenceUrl: null,
          }
        : null,
    corrections: random.chance(0.2)
      ? [
          {
            date: addDays('2026-01-01', random.int(0, 90)),
            was: '甲',
            now: `乙${serial}`,
            note: random.pick(['', '笔误', '，系笔误。', '系笔误。']),
          },
        ]
      : [],
  };
}

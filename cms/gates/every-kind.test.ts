import { beforeAll, describe, expect, it } from 'vitest';
import { lookAtSnapshot } from '../checking/findings/look-at-snapshot.ts';
import { loadReprintSources } from '../content/load-reprint-sources.ts';
import type { Measures } from '../checking/findings/snapshot-findings.ts';
import { loadSchoolRules } from '../content/load-school-rules.ts';
import { indexLexicons } from '../checks/lexicon/index-lexicons.ts';
import { loadNominationTerms } from '../content/load-nomination-terms.ts';
import type { Story } from '../payload-types.ts';
import { toneLabels, whoLabels, type Answer, type Tone, type Who } from '../story/answer.ts';
import { stricter } from '../question/stricter.ts';
import { nothing } from '../story/answer.ts';
import { storyKinds } from '../story/facts.ts';
import type { ReleasePicture, Snapshot } from '../story/snapshot.ts';
import { gates } from './gates.ts';
import { loadGatePolicy } from '../content/load-gate-policy.ts';
import { gatesFor, situationsOf, situations, table, type GateId } from './table.ts';

const kinds = [...Object.keys(storyKinds), 'material'];
const answers: Answer[] = (Object.keys(whoLabels) as Who[]).flatMap((who) =>
  (Object.keys(toneLabels) as Tone[]).flatMap((tone) =>
    [true, false].flatMap((minor) => [true, false].map((sealed) => ({ who, tone, minor, sealed }))),
  ),
);
const [policy, terms] = await Promise.all([loadGatePolicy(process.cwd()), loadNominationTerms(process.cwd())]);

/** Gates that refuse a story of that kind with nothing filled in. */
const refusing = (kind: string, answer: Answer): GateId[] =>
  gatesFor(answer).filter(
    (gate) =>
      gates[gate]({
        story: { kind, title: '题', summary: '要', body: null, cover: 'm1' } as unknown as Story,
        answer,
        forSchools: true,
        nomination: null,
        today: '2026-06-10',
        policy,
        terms,
      }).length > 0,
  );

describe('the table', () => {
  it('asks the same of the same answer in every kind', () => {
    expect(kinds.length).toBeGreaterThanOrEqual(7);
    for (const answer of answers) {
      const wanted = refusing('activity', answer);
      for (const kind of kinds)
        expect({ kind, answer, refusing: refusing(kind, answer) }).toEqual({ kind, answer, refusing: wanted });
    }
  });

  it('asks nothing where nobody can be recognised and nobody is blamed, and every situation calls for a gate', () => {
    expect(gatesFor(nothing)).toEqual([]);
    expect(gatesFor({ ...nothing, who: 'both' })).toEqual([]);
    const used = new Set(Object.values(table).flat() as string[]);
    expect(Object.keys(situations).filter((situation) => !used.has(situation))).toEqual([]);
    expect(new Set(answers.flatMap(situationsOf))).toEqual(new Set(Object.keys(situations)));
  });

  it('a stricter answer never asks less of whom it blames', () => {
    for (const a of answers)
      for (const b of answers) {
        const both = new Set(gatesFor(stricter(a, b)));
        const lost = gatesFor(a).filter((gate) => !both.has(gate) && a.tone === 'negative');
        expect({ a, b, lost: lost.filter((gate) => gate !== 'G14') }).toEqual({ a, b, lost: [] });
      }
  });
});

const picture: ReleasePicture = {
  id: 'p',
  alt: '一张图',
  caption: null,
  credit: null,
  fileName: 'p.jpg',
  aigc: false,
  renditions: [],
  width: 1200,
  height: 800,
} as unknown as ReleasePicture;
const plain = (kind: string): Snapshot => ({
  kind,
  column: { slug: 'news', name: '信用动态' },
  title: '一则消息',
  summary: '一句话。',
  category4: null,
  author: '示例',
  source: '编辑部（示例）',
  sourceUrl: null,
  tags: ['信用'],
  html: '<p>正文。</p>',
  text: '正文。',
  cover: picture,
  images: [picture],
  roleModel: null,
  caseSteps: null,
  lesson: null,
  corrections: [],
  answer: nothing,
});
const steps = {
  what: '一件事。',
  rule: { law: '示例法', article: '第一条', text: '条文', url: null },
  costs: [{ figure: '1', label: '元' }],
  mend: [{ date: '2026-01-01', text: '改了' }],
};
const facts = {
  name: '示例',
  category: '诚信人物',
  batch: '第一批',
  batchDate: null,
  place: '示例',
  recommendedBy: null,
  publicity: null,
  consent: null,
  recheck: null,
};

/** Every place of a story that a reader gets to see, with a sentence put into it. */
const places: Record<string, (story: Snapshot, sentence: string) => Snapshot> = {
  title: (s, t) => ({ ...s, title: t }),
  summary: (s, t) => ({ ...s, summary: t }),
  text: (s, t) => ({ ...s, text: `第一段。\n\n${t}`, html: `<p>第一段。</p><p>${t}</p>` }),
  tag: (s, t) => ({ ...s, tags: ['信用', t] }),
  source: (s, t) => ({ ...s, source: t }),
  'alternative text of the cover': (s, t) => ({ ...s, cover: { ...picture, alt: t } }),
  'caption of the cover': (s, t) => ({ ...s, cover: { ...picture, caption: t } }),
  'alternative text of a picture': (s, t) => ({ ...s, images: [{ ...picture, alt: t }] }),
  'caption of a picture': (s, t) => ({ ...s, images: [{ ...picture, caption: t }] }),
  'credit of a picture': (s, t) => ({ ...s, images: [{ ...picture, credit: t }] }),
  'file name of a picture': (s, t) => ({ ...s, images: [{ ...picture, fileName: `${t}.jpg` }] }),
  correction: (s, t) => ({ ...s, corrections: [{ date: '2026-01-01', was: '甲', now: t, note: '' }] }),
  'first step of a case': (s, t) => ({ ...s, caseSteps: { ...steps, what: t } }),
  'third step of a case': (s, t) => ({ ...s, caseSteps: { ...steps, costs: [{ figure: '1', label: t }] } }),
  'fourth step of a case': (s, t) => ({ ...s, caseSteps: { ...steps, mend: [{ date: '2026-01-01', text: t }] } }),
  'fact of a role model': (s, t) => ({ ...s, roleModel: { ...facts, publicity: t } }),
  'theme of a lesson': (s, t) => ({
    ...s,
    lesson: { stage: '初中', theme: t, subject: '道法', duration: 40, licence: 'CC', licenceUrl: null },
  }),
};

describe('the same sentence', () => {
  let measures: Measures;
  beforeAll(async () => {
    measures = {
      lexicons: { index: indexLexicons([]), editions: [] } as never,
      reprintSources: await loadReprintSources(process.cwd()),
      school: await loadSchoolRules(process.cwd()),
      siteHost: 'localhost',
      channels: [],
      secret: 's',
    };
  });
  const look = (story: Snapshot) => lookAtSnapshot(story, measures);

  it.each([
    ['示例镇王建国拖欠货款八万元', 'personBlamed'],
    ['红叶超市短斤少两，被罚款', 'organisationBlamed'],
  ] as const)('%s calls for the same gates in every kind and every place', (sentence, situation) => {
    const wanted = gatesFor(look(places.text!(plain('case'), sentence)).text.answer);
    expect(wanted).toContain('G01');
    for (const kind of kinds)
      for (const [place, put] of Object.entries(places)) {
        const { findings, text } = look(put(plain(kind), sentence));
        expect({ kind, place, gates: gatesFor(text.answer), situation: situationsOf(text.answer) }).toEqual({
          kind,
          place,
          gates: wanted,
          situation: [situation],
        });
        expect({
          kind,
          place,
          blocks: findings.filter(({ level, rule }) => rule === 'question/disagrees' && level === 'block').length,
        }).toEqual({ kind, place, blocks: 1 });
      }
  });

  it('without the name calls for none of them, in no kind and no place', () => {
    for (const kind of kinds)
      for (const [place, put] of Object.entries(places)) {
        const { findings, text } = look(put(plain(kind), '某镇一人拖欠货款八万元'));
        expect({
          kind,
          place,
          answer: text.answer,
          asked: findings.filter(({ rule }) => rule.startsWith('question/')),
        }).toEqual({ kind, place, answer: nothing, asked: [] });
      }
  });
});

import type { Payload } from 'payload';
import { markdownToRichText } from '../../../cms/rich-text/from-markdown.ts';
import { importStory, type StoryData } from '../../../cms/starter/seed/import-story.ts';
import { seedId } from '../../../cms/starter/seed/seed-id.ts';
import { aColumn } from '../../../cms/testing/story.ts';
import { storedText } from '../../../cms/rich-text/stored-text.ts';

const stems = [...'甲乙丙丁戊己庚辛壬癸'];
const branches = [...'子丑寅卯辰巳午未申酉戌亥'];
const pair = (n: number): string => `${stems[n % 10]}${branches[n % 12]}`;
let count = 0;
/** A word that stands nowhere else and that no output may change. */
const mark = (): string => `记${pair(Math.floor(count / 60))}${pair(count++ % 60)}`;

export interface MarkedStory {
  kind: string;
  id: string;
  serial: number;
  path: string;
  title: string;
  summary: string;
  body: string;
  /** Every fact of its kind that readers are told. */
  facts: string[];
}

const kinds = [
  'role-model',
  'case',
  'named',
  'knowledge',
  'policy',
  'activity',
  'result',
  'artwork',
  'material',
] as const;
export type MarkedKind = (typeof kinds)[number];
export const namedUntil = '2026-07-01';
const answers: Partial<Record<MarkedKind, object>> = {
  'role-model': { who: 'person', tone: 'praise' },
  case: { who: 'nobody', tone: 'negative' },
  named: { who: 'organisation', tone: 'negative' },
};

/** One signed and published story of each kind, with a mark of its own in every field; `until`: the day on which the named one goes. */
export async function markedStories(
  payload: Payload,
  more: Partial<Record<MarkedKind, Record<string, unknown>>> = {},
  { signedAt, until } = { signedAt: '2026-06-01T09:00:00+08:00', until: namedUntil },
): Promise<MarkedStory[]> {
  const column = await aColumn(payload, 'news');
  const made: MarkedStory[] = [];
  for (const kind of kinds) {
    const facts: string[] = [];
    const fact = (): string => {
      const word = mark();
      facts.push(word);
      return word;
    };
    const [title, summary, body] = [`${mark()}（示例）`, mark(), mark()];
    const data = {
      id: seedId('story', `marked-${kind}`),
      title,
      kind: kind === 'named' ? 'case' : kind,
      column: kind === 'material' ? null : column,
      summary,
      body: markdownToRichText(`${body}。`),
      source: '诚信广元编辑部（示例）',
      authorName: '示例作者',
      tags: [],
      answer: answers[kind] ?? { who: 'nobody', tone: 'neutral' },
      ...special(kind, fact, until),
      ...more[kind],
    };
    await importStory(payload, { ...data, body: storedText(data.body) } as StoryData, signedAt, true);
    const {
      docs: [row],
    } = await payload.find({ collection: 'publications', where: { story: { equals: data.id } }, depth: 0 });
    if (!row) throw new Error(`${kind} did not go live`);
    made.push({
      kind,
      id: data.id,
      serial: row.serial,
      path: kind === 'material' ? `/teach/${row.serial}` : `/s/${row.serial}`,
      title,
      summary,
      body,
      facts,
    });
  }
  return made;
}

function special(kind: MarkedKind, fact: () => string, until: string): Record<string, unknown> {
  const caseSteps = () => ({
    what: fact(),
    rule: { law: fact(), article: fact(), text: fact(), url: 'https://www.example.gov.cn/law' },
    costs: [
      { figure: fact(), label: fact() },
      { figure: fact(), label: fact() },
    ],
    mend: [
      { date: '2026-01-05', text: fact() },
      { date: '2026-02-06', text: fact() },
    ],
  });
  switch (kind) {
    case 'role-model':
      return {
        roleModel: {
          name: `${fact()}（示例）`,
          category: fact(),
          batch: fact(),
          batchDate: '2026-05-01',
          place: fact(),
          recommendedBy: fact(),
          publicity: fact(),
          consent: fact(),
          recheck: fact(),
        },
      };
    case 'case':
      return {
        caseSteps: caseSteps(),
        disclosure: { named: false, evidence: '示例', checker: '示例', checkedOn: '2026-05-30' },
      };
    case 'named':
      return {
        caseSteps: caseSteps(),
        disclosure: {
          named: true,
          evidence: '示例',
          checker: '示例',
          checkedOn: '2026-05-30',
          proof: {
            names: ['示例商贸有限公司'],
            subject: 'unit',
            record: 'administrative',
            basisDoc: '示例条例',
            basisArticle: '第一条',
            catalogItem: '示例',
            catalogEdition: '示例',
            authority: fact(),
            recordId: '1',
            recordUrl: 'https://www.creditchina.gov.cn/1',
            fetchedOn: '2026-05-30',
            docNo: fact(),
            docDate: '2026-05-01',
            tier: '一般',
            periodEnd: until,
            piaNo: '1',
            piaBy: '示例',
            piaOn: '2026-05-30',
            objection: fact(),
          },
        },
      };
    case 'material':
      return {
        lesson: {
          stage: '初中',
          theme: fact(),
          subject: fact(),
          duration: 40,
          licence: fact(),
          licenceUrl: 'https://licence.example/by',
        },
      };
    default:
      return {};
  }
}

import { each, readable } from '../../../campaigns/bulkhead/each.ts';
import type { Payload, Where } from 'payload';
import { nothing } from '../../story/answer.ts';
import { disagreement } from '../../question/disagreement.ts';
import { textAnswer } from '../../question/text-answer.ts';
import { findingKey } from '../findings/mark.ts';
import { findMarked, marked } from '../findings/find-marked.ts';
import type { Measures } from '../findings/snapshot-findings.ts';
import type { CheckedText } from '../../checks/checked-text.ts';
import { listTexts } from '../../lists/list-texts.ts';
import type { MarkedFinding } from '../findings/marked-finding.ts';
import { publicFiles } from '../../texts/files/public-files.ts';
import { agreedRows, type AgreedRow } from '../../texts/public-rows.ts';
import { isSubject } from '../../texts/subjects.ts';
import { typedTexts } from '../save/typed-texts.ts';
import type { NightlyFinding } from './nightly-finding.ts';

/** What the public reads besides stories; it has no release, its row is live. */
const pages: readonly {
  collection: 'columns' | 'campaigns' | 'batches';
  what: string;
  where: Where;
  isAnswered?: boolean;
}[] = [
  { collection: 'columns', what: '一个栏目', where: {} },
  {
    collection: 'campaigns',
    what: '一个活动',
    where: { and: [{ state: { equals: 'confirmed' } }, { rehearsal: { not_equals: true } }] },
  },
  // The public reads a batch's words in stories alone, where they are asked about; its signer answered for them here.
  { collection: 'batches', what: '一个批次', where: {}, isAnswered: true },
];

interface Row {
  id: string;
  name?: string;
  title?: string;
}

/** Personal data, words and whom one recognises in the texts of columns, confirmed campaigns, batches of honours and lists. */
export async function checkPages(
  payload: Payload,
  { lexicons, secret }: Pick<Measures, 'lexicons' | 'secret'>,
): Promise<NightlyFinding[]> {
  const found = await each(
    pages,
    ({ collection, what }) => [`pages ${collection}`, what],
    async ({ collection, what, where, isAnswered = false }) => {
      const { docs } = await payload.find({ collection, where, depth: 0, pagination: false });
      const { fields } = payload.collections[collection].config;
      const rows = docs as Row[];
      // In the words that the public reads: what waits is looked at when somebody agrees.
      const shown: Pick<AgreedRow<Row>, 'row' | 'reason'>[] = isSubject(collection)
        ? await agreedRows(payload, collection, rows)
        : rows.map((row) => ({ row, reason: null }));
      return readable(
        shown,
        ({ row: { id } }) => [`${collection} ${id}`, what],
        ({ reason, row }): NightlyFinding[] => {
          const title = row.name ?? row.title ?? '';
          return findingsIn(typedTexts(fields, { ...row }), { lexicons, secret }, isAnswered || reason !== null).map(
            (finding) => ({ ...finding, subject: { kind: 'page', collection, id: row.id, title } }),
          );
        },
      ).flat();
    },
  );
  const lists = await each(
    [listFindings],
    () => ['pages lists', '名单说明'],
    (ask) => ask(payload, { lexicons, secret }),
  );
  return [...found, ...lists].flat();
}

type Tools = Pick<Measures, 'lexicons' | 'secret'>;

/** @param judged the secrecy reviewer has said of these very words that nobody is blamed by name in them */
function findingsIn(texts: readonly CheckedText[], { lexicons, secret }: Tools, judged = false): MarkedFinding[] {
  const found = findMarked(texts, { lexicons: lexicons.index }, secret);
  // Pages have no room for proofs: whoever is blamed here by name must go, whatever the form says.
  // They have no form that could answer whom they name: a firm that pays for a campaign may stand there.
  const text = {
    ...textAnswer(
      texts.filter(({ kind }) => kind !== 'machine'),
      found,
    ),
    named: () => [],
  };
  return [...(judged ? [] : marked(disagreement(nothing, text), secret)), ...found];
}

/** Explainers of lists are files, in the words that the public reads of them: what waits is looked at when somebody agrees. */
async function listFindings(payload: Payload, tools: Tools): Promise<NightlyFinding[]> {
  const files = publicFiles(payload);
  const [lists, judged] = await Promise.all([files.lists(), files.judged('lists')]);
  return readable(
    lists,
    ({ slug }) => [`list ${slug}`, `名单说明“${slug}”`],
    (list) => {
      const said = judged.get(list.slug);
      // Held to be wrong about these very words and by this entry of the word list: a changed entry is a new question.
      const isOpen = (finding: MarkedFinding) => !said?.findings.includes(findingKey(finding));
      return findingsIn(listTexts(list), tools, said !== undefined)
        .filter(isOpen)
        .map(
          (finding): NightlyFinding => ({
            ...finding,
            subject: { kind: 'file', file: `content/lists/${list.slug}.yaml`, title: `名单“${list.name}”` },
          }),
        );
    },
  ).flat();
}

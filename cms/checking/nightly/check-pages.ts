import { readable } from '../../../campaigns/bulkhead/each.ts';
import type { Payload, Where } from 'payload';
import { nothing } from '../../question/answer.ts';
import { disagreement } from '../../question/disagreement.ts';
import { textAnswer } from '../../question/text-answer.ts';
import { findMarked, marked } from '../findings/find-marked.ts';
import type { Measures } from '../findings/snapshot-findings.ts';
import { typedTexts } from '../save/typed-texts.ts';
import type { NightlyFinding } from './nightly-finding.ts';

/** What the public reads besides stories; it has no release, its row is live. */
const pages: readonly { collection: 'columns' | 'campaigns'; where: Where }[] = [
  { collection: 'columns', where: {} },
  { collection: 'campaigns', where: { and: [{ state: { equals: 'confirmed' } }, { rehearsal: { not_equals: true } }] } },
];

/** Personal data and words in the texts of columns and of confirmed campaigns. */
export async function checkPages(payload: Payload, { lexicons, secret }: Pick<Measures, 'lexicons' | 'secret'>): Promise<NightlyFinding[]> {
  const found = await Promise.all(pages.map(async ({ collection, where }) => {
    const { docs } = await payload.find({ collection, where, depth: 0, pagination: false });
    const { fields } = payload.collections[collection].config;
    return readable(docs, ({ id }) => [`${collection} ${id}`, collection === 'columns' ? '一个栏目' : '一个活动'], (row): NightlyFinding[] => {
      const title = 'name' in row ? row.name : row.title;
      const texts = typedTexts(fields, { ...row });
      const found = findMarked(texts, { lexicons: lexicons.index }, secret);
      // Pages have no room for proofs: whoever is blamed here by name must go, whatever the form says.
      const asked = marked(disagreement(nothing, textAnswer(texts.filter(({ kind }) => kind !== 'machine'), found)), secret);
      return [...asked, ...found].map((finding) => ({ ...finding, subject: { kind: 'page', collection, id: row.id, title } }));
    }).flat();
  }));
  return found.flat();
}

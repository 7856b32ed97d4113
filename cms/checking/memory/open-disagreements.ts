import type { Payload } from 'payload';
import { each } from '../../../campaigns/bulkhead/each.ts';
import type { Story } from '../../payload-types.ts';
import { disagreementRule } from '../../question/disagreement-rule.ts';
import { isSecrecyReading } from '../findings/no-override.ts';
import { storyFindings } from '../findings/story-findings.ts';
import { open, judgedFindings, type JudgedFinding } from './judged-findings.ts';

type Row = Pick<Story, 'id' | 'title' | 'kind' | 'updatedAt' | 'createdBy' | 'editors'>;

/** A story whose form and text answer the question differently, or in which a minor or a sealed record was read, and nobody has settled it for this text. */
export interface OpenDisagreement {
  story: Row;
  finding: JudgedFinding;
}

interface Known {
  updatedAt: string;
  looked: number;
  findings: JudgedFinding[];
}

/** A picture's words may change without the story. */
const freshMs = 10 * 60_000;
/** So many texts are read at once, the newest first; the others at the next look. */
const atOnce = 60;
const known = new WeakMap<Payload, Map<string, Known>>();

/**
 * Stories that wait for the secrecy reviewer's decision (decision 040): written to the point that the form has answered, not
 * signed, and the text says more than the form. Whoever wrote may still mend them; the reviewer may settle them.
 */
export async function openDisagreements(payload: Payload): Promise<OpenDisagreement[]> {
  const { docs } = await payload.find({
    collection: 'stories',
    where: {
      and: [
        { stage: { not_equals: 'signed' } },
        { 'answer.who': { exists: true } },
        { 'answer.tone': { exists: true } },
      ],
    },
    sort: '-updatedAt',
    depth: 0,
    pagination: false,
    joins: false,
    select: { title: true, kind: true, updatedAt: true, createdBy: true, editors: true },
  });
  const kept = known.get(payload) ?? new Map<string, Known>();
  known.set(payload, kept);
  const here = new Set(docs.map(({ id }) => id));
  for (const id of kept.keys()) if (!here.has(id)) kept.delete(id);
  const now = performance.now();
  const stale = docs
    .filter(({ id, updatedAt }) => kept.get(id)?.updatedAt !== updatedAt || now - (kept.get(id)?.looked ?? 0) > freshMs)
    .slice(0, atOnce);
  await each(stale, nameOf, async ({ id, updatedAt }) => {
    const story = await payload.findByID({ collection: 'stories', id, depth: 0, disableErrors: true, joins: false });
    const findings = story
      ? (await storyFindings(payload, story)).filter(
          (finding) => finding.rule === disagreementRule || isSecrecyReading(finding),
        )
      : [];
    kept.set(id, { updatedAt, looked: now, findings });
  });
  // What was said of them is asked for at every look: few have any.
  const found = await each(
    docs.filter(({ id }) => (kept.get(id)?.findings.length ?? 0) > 0),
    nameOf,
    async (story): Promise<OpenDisagreement[]> =>
      open(await judgedFindings(payload, kept.get(story.id)?.findings ?? [], story.id)).map((finding) => ({
        story,
        finding,
      })),
  );
  return found.flat();
}

const nameOf = ({ id, title }: Row): readonly [string, string] => [`story ${id}`, `稿件《${title}》`];

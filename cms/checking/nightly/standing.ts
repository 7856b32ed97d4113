import type { Payload } from 'payload';
import { each } from '../../../campaigns/bulkhead/each.ts';
import { tellStuck } from '../../../campaigns/bulkhead/stuck.ts';
import { civilDay } from '../../../campaigns/calendar/civil-day.ts';
import type { CheckRun } from '../../payload-types.ts';
import { idOf } from '../../database/id-of.ts';
import { judgedFindings } from '../memory/judged-findings.ts';
import { checkAccounts, checkColumns } from './check-clocks.ts';
import { nightlyFindingsDoor, type NightlyFinding } from './nightly-finding.ts';
import { contentOf } from '../../content/content.ts';

export interface Standing {
  runId: string;
  finishedAt: Date;
  findings: NightlyFinding[];
}

/** The newest report of the nightly check, less what has been mended since; null while there is none. */
export async function standingFindings(payload: Payload, now: Date): Promise<Standing | null> {
  const run = await newestRun(payload);
  if (!run?.finishedAt) return null;
  const { problem, value: all } = nightlyFindingsDoor.read(run.findings);
  if (problem) tellStuck(`check-runs ${run.id}`, '巡查记录', new Error(problem));
  const stories = await stillLive(
    payload,
    all.filter(({ subject }) => subject.kind === 'story'),
  );
  const pages = await untouched(
    payload,
    all.filter(({ subject }) => subject.kind === 'page'),
    run.startedAt,
  );
  // A file is read again at night; whoever has mended it may have everything looked at again.
  const files = all.filter(({ subject }) => subject.kind === 'file');
  const clocks = all.some(({ subject }) => subject.kind === 'column' || subject.kind === 'account')
    ? await clocksNow(payload, now)
    : [];
  return { runId: run.id, finishedAt: new Date(run.finishedAt), findings: [...stories, ...pages, ...files, ...clocks] };
}

async function newestRun(payload: Payload): Promise<CheckRun | null> {
  const { docs } = await payload.find({
    collection: 'check-runs',
    where: { and: [{ kind: { equals: 'nightly' } }, { finishedAt: { exists: true } }] },
    sort: '-finishedAt',
    limit: 1,
    depth: 0,
    pagination: false,
  });
  return docs[0] ?? null;
}

async function clocksNow(payload: Payload, now: Date): Promise<NightlyFinding[]> {
  const terms = await contentOf(payload).nightlyTerms();
  return [
    ...(await checkColumns(payload, civilDay(now), terms)),
    ...(await checkAccounts(payload, civilDay(now), terms)),
  ];
}

/** Nobody has changed the row since it was looked at. */
async function untouched(payload: Payload, findings: NightlyFinding[], since: string): Promise<NightlyFinding[]> {
  const kept = await each(
    findings,
    ({ subject }) => [
      subject.kind === 'page' ? `${subject.collection} ${subject.id}` : '?',
      `“${subject.title}”的巡查结果`,
    ],
    async (finding) => {
      if (finding.subject.kind !== 'page') return [];
      const { totalDocs } = await payload.count({
        collection: finding.subject.collection,
        where: { and: [{ id: { equals: finding.subject.id } }, { updatedAt: { less_than_equal: since } }] },
      });
      return totalDocs > 0 ? [finding] : [];
    },
  );
  return kept.flat();
}

/** Not replaced, not taken back, not judged, no new consent. */
async function stillLive(payload: Payload, findings: NightlyFinding[]): Promise<NightlyFinding[]> {
  const byStory = Map.groupBy(findings, ({ subject }) => (subject.kind === 'story' ? subject.storyId : ''));
  const left = await each(
    byStory,
    ([storyId, found]) => [`story ${storyId}`, `《${found[0]?.subject.title ?? ''}》的巡查结果`],
    async ([storyId, found]) => {
      const { docs } = await payload.find({
        collection: 'publications',
        where: { and: [{ story: { equals: storyId } }, { state: { equals: 'live' } }] },
        limit: 1,
        depth: 0,
        pagination: false,
        select: { release: true },
      });
      const release = idOf(docs[0]?.release);
      const same = found.filter(({ subject }) => subject.kind === 'story' && subject.releaseId === release);
      if (same.length === 0) return [];
      const judged = await judgedFindings(
        payload,
        same.map((finding) => ({ ...finding, mark: finding.mark ?? '' })),
        storyId,
      );
      const open = same.filter((_, i) => !judged[i]?.judged);
      if (!open.some(({ rule }) => rule === 'consent/expiry')) return open;
      const story = await payload.findByID({
        collection: 'stories',
        id: storyId,
        depth: 0,
        disableErrors: true,
        joins: false,
        select: { roleModel: true },
      });
      return open.filter(({ rule, text }) => rule !== 'consent/expiry' || story?.roleModel?.consentUntil === text);
    },
  );
  return left.flat();
}

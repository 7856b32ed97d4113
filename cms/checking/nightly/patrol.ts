import type { Payload } from 'payload';
import { onItsOwn } from '../../../campaigns/bulkhead/each.ts';
import { civilDay } from '../../../campaigns/calendar/civil-day.ts';
import type { Reader } from '../../read/reader.ts';
import { deskLexicons } from '../lexicons/desk-lexicons.ts';
import { open, judgedFindings } from '../memory/judged-findings.ts';
import { siteHost } from '../findings/story-findings.ts';
import { checkAccounts, checkColumns } from './check-clocks.ts';
import { checkPages } from './check-pages.ts';
import { checkStory, type Behind } from './check-story.ts';
import { askOnce, askOwnPages } from './internal-links.ts';
import type { AskLink } from './links.ts';
import { liveStories, type LiveStory } from './live-stories.ts';
import type { NightlyFinding } from './nightly-finding.ts';
import type { NightlyTerms } from '../../content/load-nightly-terms.ts';
import { contentOf } from '../../content/content.ts';
import { append } from '../../../campaigns/lists/append.ts';

export interface Patrol {
  payload: Payload;
  reader: Reader;
  terms: NightlyTerms;
  now: Date;
  /** How addresses of other sites are asked; null: not at all. */
  outside: AskLink | null;
}

export interface PatrolReport {
  /** Stories, columns and accounts that were looked at. */
  checked: number;
  editions: string[];
  findings: NightlyFinding[];
}

/** Looks at everything live once: stories, texts of columns and campaigns, then the clocks of columns and accounts. Changes nothing. */
export async function patrol({ now, outside, payload, reader, terms }: Patrol): Promise<PatrolReport> {
  const today = civilDay(now);
  const [lexicons, reprintSources, school] = await Promise.all([
    deskLexicons(payload),
    contentOf(payload).reprintSources(),
    contentOf(payload).schoolRules(),
  ]);
  const measures = {
    lexicons,
    reprintSources,
    school,
    siteHost: siteHost(),
    channels: [],
    secret: payload.secret,
    terms,
    today,
    ask: askOnce(askOwnPages(reader), outside),
  };
  const findings: NightlyFinding[] = [];
  let checked = 0;
  for await (const story of liveStories(payload)) {
    const looked = await onItsOwn(`story ${story.subject.storyId}`, `稿件《${story.subject.title}》`, async () => {
      const found = await checkStory(story, await behind(payload, story), measures);
      for (const { final: _, judged: __, ...finding } of open(
        await judgedFindings(payload, found, story.subject.storyId),
      ))
        findings.push({ ...finding, subject: story.subject });
    });
    if (looked) checked += 1;
  }
  await onItsOwn('pages', '栏目和活动的文字', async () => append(findings, await checkPages(payload, measures)));
  await onItsOwn('columns', '栏目的更新', async () => append(findings, await checkColumns(payload, today, terms)));
  await onItsOwn('accounts', '账号的更新', async () => append(findings, await checkAccounts(payload, today, terms)));
  return {
    checked,
    editions: lexicons.editions,
    findings: findings.sort((a, b) => Number(a.level === 'warn') - Number(b.level === 'warn')),
  };
}

async function behind(payload: Payload, { subject: { storyId } }: LiveStory): Promise<Behind> {
  const [row, first] = await Promise.all([
    payload.findByID({
      collection: 'stories',
      id: storyId,
      depth: 0,
      disableErrors: true,
      joins: false,
      select: { roleModel: true, disclosure: true },
    }),
    payload.find({
      collection: 'releases',
      where: { story: { equals: storyId } },
      sort: 'version',
      limit: 1,
      depth: 0,
      pagination: false,
      select: { signedAt: true },
    }),
  ]);
  return { row, firstSignedAt: first.docs[0] ? new Date(first.docs[0].signedAt) : null };
}

import type { Payload } from 'payload';
import { monthDay } from '../../campaigns/calendar/civil-day.ts';
import type { Nomination } from '../payload-types.ts';
import { insertOnce } from '../database/insert-once.ts';
import { idOf } from '../database/id-of.ts';
import { markdownToRichText } from '../rich-text/from-markdown.ts';
import type { Answer } from '../story/answer.ts';
import { latestRecheck } from './facts.ts';
import type { NominationEvent } from './history-door.ts';
import { nominationStates } from './state.ts';
import { storedText } from '../rich-text/stored-text.ts';
import { newStory } from '../story/new-story.ts';

/**
 * The draft of an accepted nomination, prefilled with what is on file; made once, under the nomination's own id, so that
 * an acceptance that was cut short can be repeated. Its author is who recommended, because the signer who accepted could
 * not sign a story of their own.
 * @returns the story's id
 */
export async function ensureStory(
  payload: Payload,
  nomination: Nomination,
  history: readonly NominationEvent[],
): Promise<string> {
  const known = idOf(nomination.story);
  if (known) return known;
  const batchId = idOf(nomination.batch);
  const batch = batchId
    ? await payload.findByID({ collection: 'batches', id: batchId, depth: 0, disableErrors: true })
    : null;
  const column = (
    await payload.find({
      collection: 'columns',
      where: { kinds: { in: ['role-model'] } },
      sort: 'navOrder',
      limit: 1,
      depth: 0,
      pagination: false,
    })
  ).docs[0];
  const author = history.find(({ to }) => to === nominationStates.recommended);
  await insertOnce(['id'], () =>
    payload.create({
      collection: 'stories',
      data: {
        ...newStory(),
        id: nomination.id,
        title: `${nomination.name}：${nomination.category ?? ''}`,
        kind: 'role-model',
        category4: '典型案例',
        column: column?.id ?? null,
        body: storedText(markdownToRichText(nomination.deed ?? '')),
        source: nomination.recommendedBy?.slice(0, 24) ?? null,
        createdBy: author?.byId ?? null,
        // Whom it honours is on file; who goes on writing may find that it shows more.
        answer: {
          who: nomination.subject === 'unit' ? 'organisation' : 'person',
          tone: 'praise',
          minor: nomination.subject === 'minor',
          sealed: false,
        } satisfies Answer,
        roleModel: roleModelFacts(nomination, batch),
      },
      depth: 0,
    }),
  );
  return nomination.id;
}

/** What readers learn of how the honour came about, as the short sentences that pages show. */
function roleModelFacts(nomination: Nomination, batch: { name: string; batchDate?: string | null } | null) {
  const { category, consent, name, notice, place, recommendedBy } = nomination;
  const recheck = latestRecheck(nomination);
  const who = { self: '本人', guardian: '监护人', unit: '单位' }[consent?.by ?? 'self'];
  return {
    name,
    category,
    place,
    recommendedBy,
    batch: batch?.name ?? null,
    batchDate: batch?.batchDate ?? null,
    publicity: notice?.from && notice.to ? `${monthDay(notice.from)}—${monthDay(notice.to)}` : null,
    consent: `${who}已书面同意公开`,
    recheck: recheck
      ? `${monthDay(recheck.on)}，${recheck.result === 'clean' ? '无不良信用记录' : '在现行名单上'}`
      : null,
  };
}

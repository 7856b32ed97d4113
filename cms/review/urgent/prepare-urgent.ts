import type { Payload } from 'payload';
import { findNamesInFront } from '../../../campaigns/channels/shared/names-in-front.ts';
import { buildSnapshot } from '../../release/build-snapshot.ts';
import { namedFactsOf } from '../../release/named-facts.ts';
import { snapshotOf } from '../../release/publication-row.ts';
import { contentHash } from '../../release/content.ts';
import { fingerprintOfPrinted } from '../../release/printed-pictures.ts';
import type { Snapshot } from '../../story/snapshot.ts';
import { fingerprint } from '../../words/canonical.ts';
import type { Review } from '../../story/act.ts';
import { pendingCorrection } from '../../story/case-file.ts';
import { missingOf } from '../missing.ts';
import type { OpenCase } from '../open-case.ts';
import type { Stage } from '../../story/stage.ts';
import { refuse, type Refusal } from '../verdict.ts';
import { urgentCorrection, type UrgentCorrection } from './urgent-correction.ts';

/** `applied` is there when the second person has confirmed. */
export interface Prepared {
  applied?: UrgentCorrection;
}

/** Tries the correction before anything is written, for the proposal as well as for its confirmation: a proposal that cannot be carried out is refused at once. */
export async function prepareUrgent(
  payload: Payload,
  { file, newest, story }: OpenCase,
  review: Review,
  next: Stage,
  now: Date,
): Promise<Prepared | Refusal> {
  const { passage } = review;
  if (!newest || !passage) return refuse(409, '这篇稿件没有在线的版本，不用更正。');
  const live = snapshotOf(newest);
  // Signed and never edited, yet pictures or the column may have been renamed since: only what was signed may be mended.
  const standing = await buildSnapshot(payload, story);
  if (
    fingerprint(standing.text) !== fingerprint(live.text) ||
    !samePictures(standing, live) ||
    contentHash({ ...story }) !== file.contentHash
  ) {
    return refuse(409, '稿件和在线的版本不一样，不能紧急更正：请重新送审。');
  }
  if (![live.title, live.summary, live.text].some((part) => part.includes(passage.wrong))) {
    return refuse(422, `在线的这一版里找不到“${passage.wrong}”：请照页面上的原文抄，一个字也不要差。`);
  }
  const pending = next === 'signed' ? null : pendingCorrection(file);
  const made = urgentCorrection(story, pending ?? review, review, file.unseen);
  if (typeof made === 'string') return refuse(422, made);
  const { summary, title } = { ...story, ...made.content };
  const [front] = findNamesInFront({ title, summary: summary ?? '', cover: null, ...namedFactsOf(story) });
  if (front) return refuse(422, front.message);
  // It may leave in place what was signed with good reason; it may not bring in what could not be signed.
  const brought = (await missingOf(payload, { ...story, ...made.content }, now)).filter(
    (sentence) => !file.missing.includes(sentence),
  );
  if (brought.length > 0) return refuse(422, brought.join(''));
  return pending ? { applied: made } : {};
}

/** What was said of the pictures when the live version was signed; versions from before it was asked whom they show are compared without. */
function samePictures(now: Snapshot, live: Snapshot): boolean {
  const asked = [live.cover, ...live.images].every((picture) => !picture || picture.portrait);
  const of = ({ cover, images }: Snapshot) =>
    fingerprintOfPrinted(
      asked
        ? { cover, images }
        : ({
            cover: cover && { ...cover, portrait: undefined },
            images: images.map((image) => ({ ...image, portrait: undefined })),
          } as Snapshot),
    );
  return of(now) === of(live);
}

import type { CollectionConfig } from 'payload';
import { secondFactors } from '../accounts/collections/second-factors.ts';
import { signInTries } from '../accounts/collections/sign-in-tries.ts';
import { signIns } from '../accounts/collections/sign-ins.ts';
import { join } from 'node:path';
import { keepApproved } from '../access/keep-approved.ts';
import { oneByOne } from '../access/one-by-one.ts';
import { withServerTimes } from '../access/server-set.ts';
import { withBeijingTime } from '../admin/time/with-beijing-time.ts';
import { withSavedBar } from '../admin/saved/with-saved-bar.ts';
import { guardSaves } from '../editing/guard-saves.ts';
import { makeOnce } from '../editing/make-once.ts';
import { secondPerson } from '../desk/texts/second-person.ts';
import { guardTyped } from '../checking/save/guarded.ts';
import { attempts } from './attempts.ts';
import { audit } from './audit.ts';
import { batches } from './batches.ts';
import { campaigns } from './campaigns.ts';
import { channelEvents } from './channel-events.ts';
import { channelPauses } from './channel-pauses.ts';
import type { Choices } from '../fields/choice.ts';
import { checkMemory } from './check-memory.ts';
import { checkRuns } from './check-runs.ts';
import { columns } from './columns.ts';
import { comments } from './comments.ts';
import { corrections } from './corrections.ts';
import { keepUsedPictures, keepUsedPicturesOutOfTrash } from '../release/keep-shown.ts';
import { dailyPosts } from './daily-posts.ts';
import { delegations } from './delegations.ts';
import { deliveries } from './deliveries.ts';
import { frontPages } from './front-pages.ts';
import { lexicons } from './lexicons.ts';
import { mediaCollection } from './media.ts';
import { nominations } from './nominations.ts';
import { occasionNotices } from './occasion-notices.ts';
import { papers } from './papers.ts';
import { posts } from './posts.ts';
import { publicTexts } from './public-texts.ts';
import { publications } from './publications.ts';
import { releases } from './releases.ts';
import { reviewSnapshots } from './review-snapshots.ts';
import { stories } from './stories/stories.ts';
import { tidied } from './tidied.ts';
import { users } from './users.ts';
import { withdrawals } from './withdrawals.ts';
import { withinLength } from './within-length.ts';
import { workingCopies } from './working-copies.ts';

/** In the order of the admin's menu. */
export const collections = (choices: Choices, dataDir: string): CollectionConfig[] =>
  [
    stories,
    keeping(mediaCollection(dataDir)),
    columns,
    nominations,
    batches,
    papers(join(dataDir, 'papers')),
    releases,
    publications,
    withdrawals,
    corrections,
    publicTexts,
    frontPages,
    campaigns(choices),
    posts(choices.channels),
    dailyPosts,
    occasionNotices(choices.occasions),
    channelPauses,
    deliveries,
    attempts,
    channelEvents,
    comments,
    reviewSnapshots,
    delegations,
    lexicons,
    checkMemory,
    checkRuns,
    users,
    audit,
    signIns,
    secondFactors,
    signInTries,
    workingCopies,
  ]
    .map(secondPerson)
    .map(guardTyped)
    .map(withinLength)
    .map(tidied)
    .map(keepApproved)
    .map(guardSaves)
    .map(makeOnce)
    .map(withServerTimes)
    .map(oneByOne)
    .map(withSavedBar)
    .map(withBeijingTime)
    .map(withoutApiTab);

/** The media room knows nothing of releases; here it learns which pictures it must keep. */
function keeping(media: CollectionConfig): CollectionConfig {
  return {
    ...media,
    hooks: {
      ...media.hooks,
      beforeChange: [keepUsedPicturesOutOfTrash, ...(media.hooks?.beforeChange ?? [])],
      beforeDelete: [...(media.hooks?.beforeDelete ?? []), keepUsedPictures],
    },
  };
}

/** The shell's tab with the raw record is for programmers. */
const withoutApiTab = (collection: CollectionConfig): CollectionConfig => ({
  ...collection,
  admin: { ...collection.admin, hideAPIURL: true },
});

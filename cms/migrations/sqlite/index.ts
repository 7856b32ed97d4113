import * as first from './0001_first.ts';
import * as campaignWork from './0002_campaign_work.ts';
import * as channelPausesAndMoves from './0003_channel_pauses_and_moves.ts';
import * as recalls from './0004_recalls.ts';
import * as pressEmbargo from './0005_press_embargo.ts';
import * as workingCopiesTrashSearch from './0006_working_copies_trash_search.ts';
import * as reviewDesk from './0007_review_desk.ts';
import * as accounts from './0008_accounts.ts';
import * as nominationsAndGates from './0009_nominations_and_gates.ts';
import * as audit from './0010_audit.ts';
import * as question from './0011_question.ts';
import * as publicationUntil from './0012_publication_until.ts';
import * as portraitsAndEnds from './0014_portraits_and_ends.ts';
import * as publicTexts from './0015_public_texts.ts';
import * as secondPerson from './0016_second_person.ts';
import * as deliveriesByStateAndTime from './0017_deliveries_by_state_and_time.ts';
import * as dailyPosts from './0018_daily_posts.ts';
import * as whenItShows from './0019_when_it_shows.ts';

/** Every migration, oldest first. New ones come from `.config/new-migration.mjs`. */
export const migrations = [
  { name: '0001_first', up: first.up, down: first.down },
  { name: '0002_campaign_work', up: campaignWork.up, down: campaignWork.down },
  { name: '0003_channel_pauses_and_moves', up: channelPausesAndMoves.up, down: channelPausesAndMoves.down },
  { name: '0004_recalls', up: recalls.up, down: recalls.down },
  { name: '0005_press_embargo', up: pressEmbargo.up, down: pressEmbargo.down },
  { name: '0006_working_copies_trash_search', up: workingCopiesTrashSearch.up, down: workingCopiesTrashSearch.down },
  { name: '0007_review_desk', up: reviewDesk.up, down: reviewDesk.down },
  { name: '0008_accounts', up: accounts.up, down: accounts.down },
  { name: '0009_nominations_and_gates', up: nominationsAndGates.up, down: nominationsAndGates.down },
  { name: '0010_audit', up: audit.up, down: audit.down },
  { name: '0011_question', up: question.up, down: question.down },
  { name: '0012_publication_until', up: publicationUntil.up, down: publicationUntil.down },
  { name: '0014_portraits_and_ends', up: portraitsAndEnds.up, down: portraitsAndEnds.down },
  { name: '0015_public_texts', up: publicTexts.up, down: publicTexts.down },
  { name: '0016_second_person', up: secondPerson.up, down: secondPerson.down },
  { name: '0017_deliveries_by_state_and_time', up: deliveriesByStateAndTime.up, down: deliveriesByStateAndTime.down },
  { name: '0018_daily_posts', up: dailyPosts.up, down: dailyPosts.down },
  { name: '0019_when_it_shows', up: whenItShows.up, down: whenItShows.down },
];

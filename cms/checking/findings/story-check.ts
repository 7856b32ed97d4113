import type { Finding } from '../../checks/finding.ts';
import type { ReleasePicture, Snapshot } from '../../story/snapshot.ts';
import type { ReprintSources } from '../../content/load-reprint-sources.ts';

/** A story as it would go out, with what is known beside it. */
interface CheckedStory {
  snapshot: Snapshot;
  /** Its pictures with the names by which the writer knows them. */
  pictures: readonly { name: string; picture: ReleasePicture }[];
  reprintSources: ReprintSources;
  /** Types of the channels that it is planned on: wechat, weibo, press … */
  channels: readonly string[];
}

/** One check of a story's facts, whatever its texts say: a file under `facts/`, and its line in `facts/story-checks.ts`. Pure. */
export type StoryCheck = (story: CheckedStory) => Finding[];

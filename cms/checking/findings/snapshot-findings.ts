import type { SchoolRules } from '../../checks/school/rules.ts';
import type { Snapshot } from '../../story/snapshot.ts';
import type { ReprintSources } from '../../content/load-reprint-sources.ts';
import type { DeskLexicons } from '../lexicons/desk-lexicons.ts';
import { storyChecks } from './facts/story-checks.ts';
import { findMarked, marked } from './find-marked.ts';
import type { MarkedFinding } from './marked-finding.ts';
import { namedPictures, snapshotTexts } from './snapshot-texts.ts';

export interface Measures {
  lexicons: DeskLexicons;
  reprintSources: ReprintSources;
  school: SchoolRules;
  /** The host of the public site. */
  siteHost: string;
  /** Types of the channels that the story is planned on: wechat, weibo, press … */
  channels: readonly string[];
  /** Keys the marks of findings. */
  secret: string;
}

/** Every check on one story as it goes out: its texts, and what is known of it beside them. Pure. */
export function snapshotFindings(
  snapshot: Snapshot,
  { lexicons, reprintSources, channels, secret }: Pick<Measures, 'lexicons' | 'reprintSources' | 'channels' | 'secret'>,
): MarkedFinding[] {
  const story = { snapshot, pictures: namedPictures(snapshot), reprintSources, channels };
  const facts = storyChecks.flatMap((check) => check(story));
  return [...findMarked(snapshotTexts(snapshot), { lexicons: lexicons.index }, secret), ...marked(facts, secret)].sort(
    (a, b) => Number(a.level === 'warn') - Number(b.level === 'warn'),
  );
}

import type { ReleaseImage } from '../../campaigns/ports/release.ts';
import type { Portrait } from '../media/portrait.ts';
import type { RenditionFacts } from '../media/renditions.ts';
import type { Answer } from './answer.ts';
import type { CaseSteps, Correction, NamedFacts, RoleModelFacts } from './facts.ts';

/** A picture as it was when the story was signed. */
export interface ReleasePicture extends ReleaseImage {
  credit: string | null;
  /** Made with AI and must say so (标识办法 2025). */
  aigc: boolean;
  /** Whether somebody real is recognised in it, and on what ground; absent in releases from before it was asked. */
  portrait?: Portrait;
  renditions: RenditionFacts[];
}

export interface LessonFacts {
  stage: string;
  theme: string;
  subject: string;
  /** Minutes. */
  duration: number;
  licence: string;
  licenceUrl: string | null;
}

export type { Correction };

/** Everything of a release that pages, feeds and channels may show. Kept as JSON, fingerprinted, never changed. */
export interface Snapshot {
  kind: string;
  column: { slug: string; name: string } | null;
  title: string;
  summary: string;
  category4: string | null;
  author: string;
  source: string;
  sourceUrl: string | null;
  tags: string[];
  html: string;
  text: string;
  cover: ReleasePicture | null;
  images: ReleasePicture[];
  roleModel: RoleModelFacts | null;
  caseSteps: CaseSteps | null;
  /** Whom a case names, for the push gate; absent: nobody. */
  named?: string[];
  /** What the page of a named case shows; absent: it is anonymous. */
  disclosure?: NamedFacts;
  /** What the form answered to the question; absent in releases from before it was asked. */
  answer?: Answer;
  /** The system itself has found nobody recognisable in a case, so outputs may say so. Absent: not established. */
  anonymous?: true;
  lesson: LessonFacts | null;
  corrections: Correction[];
  /** Before this instant (ISO 8601) newspapers may not print it; absent or null: at once. */
  embargo?: string | null;
  /** Taken from another medium: then with the headline it had there. Absent: written here. */
  reprint?: { originalTitle: string | null };
  /** The writer says that AI made words or pictures of it; absent: no. */
  usedAi?: true;
}

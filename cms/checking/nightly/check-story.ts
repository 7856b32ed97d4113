import { civilDay, type CivilDay } from '../../../campaigns/calendar/civil-day.ts';
import { pubDateFindings, pubDateOf } from '../../checks/facts/pub-date.ts';
import type { Finding } from '../../checks/finding.ts';
import type { Story } from '../../payload-types.ts';
import { marked } from '../findings/find-marked.ts';
import type { MarkedFinding } from '../findings/marked-finding.ts';
import { lookAtSnapshot } from '../findings/look-at-snapshot.ts';
import type { Measures } from '../findings/snapshot-findings.ts';
import { consentFindings, reverifyFindings } from './clock-findings.ts';
import { linkFindings, linksOf, type AskLink } from './links.ts';
import type { LiveStory } from './live-stories.ts';
import type { NightlyTerms } from '../../content/load-nightly-terms.ts';

/** What is known of a story besides its release. */
export interface Behind {
  /** The desk's row: terms of consent and of verification are kept up there. */
  row: Pick<Story, 'roleModel' | 'disclosure'> | null;
  /** When the story's first version was signed. */
  firstSignedAt: Date | null;
}

export interface StoryMeasures extends Measures {
  terms: NightlyTerms;
  today: CivilDay;
  ask: AskLink;
}

/** Everything that can be wrong with one live story by now. */
export async function checkStory(
  story: LiveStory,
  { firstSignedAt, row }: Behind,
  measures: StoryMeasures,
): Promise<MarkedFinding[]> {
  const { snapshot } = story;
  const { ask, secret, terms, today } = measures;
  const facts: Finding[] = [
    ...pubDateFindings(pubDateOf(story.firstPublishedAt), firstSignedAt),
    ...(story.kind === 'role-model' ? consentFindings(row?.roleModel?.consentUntil, today, terms.consentWarnDays) : []),
    ...(story.kind === 'role-model' || isBlame(story)
      ? reverifyFindings(verifiedOn(story, row), today, {
          months: terms.reverifyMonths,
          warnDays: terms.reverifyWarnDays,
        })
      : []),
    ...(await linkFindings(linksOf(snapshot), ask)),
  ];
  return [...lookAtSnapshot(snapshot, measures).findings, ...marked(facts, secret)];
}

/** Whatever tells something bad, as a case or as anything else, is verified again. */
const isBlame = ({ kind, snapshot }: Pick<LiveStory, 'kind' | 'snapshot'>): boolean =>
  kind === 'case' || snapshot.answer?.tone === 'negative';

/** The day entered with the proof; without one, the signing vouched for it. */
function verifiedOn({ kind, signedAt }: Pick<LiveStory, 'kind' | 'signedAt'>, row: Behind['row']): CivilDay {
  const entered = kind !== 'role-model' ? row?.disclosure?.checkedOn : null;
  return entered || civilDay(signedAt);
}

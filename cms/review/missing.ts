import type { Payload } from 'payload';
import { findingSentences } from '../checking/findings/sentences.ts';
import { lookAtStory } from '../checking/findings/story-findings.ts';
import { askGates } from '../gates/ask-gates.ts';
import type { Story } from '../payload-types.ts';
import { disagreementRule } from '../question/disagreement-rule.ts';
import { lostPictures } from './lost-pictures.ts';
import { requirements } from './requirements.ts';

/** Everything that keeps this content from being handed in or signed now, as sentences; empty when nothing. */
export async function missingOf(payload: Payload, story: Story, now: Date): Promise<string[]> {
  const [looked, lost] = await Promise.all([lookAtStory(payload, story), lostPictures(payload, story)]);
  // Where form and text disagree, everything that the gates ask for hangs on it: told first.
  const asked = looked.findings.filter(({ rule }) => rule === disagreementRule);
  const others = looked.findings.filter(({ rule }) => rule !== disagreementRule);
  return [
    ...requirements(story),
    ...lost,
    ...findingSentences(asked),
    ...(await askGates(payload, story, looked, now)),
    ...findingSentences(others),
  ];
}

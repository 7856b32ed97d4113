import type { Payload } from 'payload';
import { findingSentences } from '../checking/findings/sentences.ts';
import { storyFindings } from '../checking/findings/story-findings.ts';
import { askGates } from '../gates/ask-gates.ts';
import type { Story } from '../payload-types.ts';
import { lostPictures } from './lost-pictures.ts';
import { requirements } from './requirements.ts';

/** Everything that keeps this content from being handed in or signed now, as sentences; empty when nothing. */
export async function missingOf(payload: Payload, story: Story, now: Date): Promise<string[]> {
  const [findings, gates, lost] = await Promise.all([storyFindings(payload, story), askGates(payload, story, now), lostPictures(payload, story)]);
  return [...requirements(story), ...lost, ...gates, ...findingSentences(findings)];
}

import type { Payload } from 'payload';
import { readEnv } from '../../env.ts';
import type { Story } from '../../payload-types.ts';
import { nothing, type Answer } from '../../story/answer.ts';
import { disagreementRule } from '../../question/disagreement-rule.ts';
import { stricter } from '../../question/stricter.ts';
import { buildSnapshot } from '../../release/build-snapshot.ts';
import type { Snapshot } from '../../story/snapshot.ts';
import { deskLexicons } from '../lexicons/desk-lexicons.ts';
import { judgedFindings, type JudgedFinding } from '../memory/judged-findings.ts';
import { channelFindings, plannedChannels } from './channel-findings.ts';
import { marked } from './find-marked.ts';
import { lookAtSnapshot } from './look-at-snapshot.ts';
import { contentOf } from '../../content/content.ts';

/** What the checks say of a story, and by which answer the gates go. */
export interface StoryLook {
  findings: JudgedFinding[];
  /** The stricter of form and text; the form's alone where the secrecy reviewer settled it for this text. */
  answer: Answer;
  forSchools: boolean;
}

/** What the checks say of a story as it would be signed now, and what people have said of that. `story` was read with depth 0. */
export const storyFindings = async (payload: Payload, story: Story): Promise<JudgedFinding[]> =>
  (await lookAtStory(payload, story)).findings;

/** The same, with the answer to the question. */
export const lookAtStory = async (payload: Payload, story: Story): Promise<StoryLook> =>
  look(payload, await buildSnapshot(payload, story), story.id, { planned: true });

/**
 * The same of content that is fixed: exactly what was or is to be signed, against the word lists of this moment.
 * @param planned whether limits of the channels that it is planned on count
 */
export const releaseFindings = async (
  payload: Payload,
  snapshot: Snapshot,
  storyId: string,
  how: { planned: boolean },
): Promise<JudgedFinding[]> => (await look(payload, snapshot, storyId, how)).findings;

async function look(
  payload: Payload,
  snapshot: Snapshot,
  storyId: string,
  { planned }: { planned: boolean },
): Promise<StoryLook> {
  const [lexicons, reprintSources, school, { channels, types }] = await Promise.all([
    deskLexicons(payload),
    contentOf(payload).reprintSources(),
    contentOf(payload).schoolRules(),
    planned ? plannedChannels(payload, storyId) : { channels: [], types: [] },
  ]);
  const looked = lookAtSnapshot(snapshot, {
    lexicons,
    reprintSources,
    school,
    siteHost: siteHost(),
    channels: types,
    secret: payload.secret,
  });
  const findings = await judgedFindings(
    payload,
    [...looked.findings, ...marked(channelFindings(snapshot, storyId, channels), payload.secret)],
    storyId,
  );
  const form = looked.form ?? nothing;
  const settled = findings.some(({ judged, rule }) => rule === disagreementRule && judged !== null);
  return {
    findings,
    answer: settled ? form : stricter(form, stillRead(looked.text.answer, findings)),
    forSchools: looked.forSchools,
  };
}

/** What the text answers, less what somebody has found to be read wrongly. */
function stillRead(answer: Answer, findings: readonly JudgedFinding[]): Answer {
  const stands = (rules: string) => findings.some(({ judged, rule }) => rule.startsWith(rules) && judged === null);
  return { ...answer, sealed: answer.sealed && stands('sealed/') };
}

/** Where addresses in content for schools may lead. */
export const siteHost = (): string => new URL(readEnv().siteUrl).host;

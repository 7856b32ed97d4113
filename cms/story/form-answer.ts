import { readAnswer, type Answer, type Who } from './answer.ts';

interface Asked {
  answer?: unknown;
  disclosure?: unknown;
}

/**
 * What the form of a piece answers; null while the question is open. Rows from before the question was there had a box
 * 指名 for cases alone: ticked, it says that somebody is named and blamed.
 */
export function formAnswer({ answer, disclosure }: Asked): Answer | null {
  const said = readAnswer(answer);
  if (said) return said;
  if (typeof disclosure !== 'object' || disclosure === null || (disclosure as { named?: unknown }).named !== true)
    return null;
  const subject = (disclosure as { proof?: { subject?: unknown } | null }).proof?.subject;
  return { who: byBox.get(String(subject)) ?? 'both', tone: 'negative', minor: subject === 'minor', sealed: false };
}

const byBox = new Map<string, Who>([
  ['unit', 'organisation'],
  ['adult', 'person'],
  ['minor', 'person'],
  ['unknown', 'person'],
]);

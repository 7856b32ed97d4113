import { escapeHtml } from '../../rich-text/escape.ts';
import { correctionReason } from '../../story/correction-reason.ts';
import type { Correction } from '../../story/snapshot.ts';
import { dayInWords } from '../../../campaigns/calendar/civil-day.ts';

/** One correction as every output says it: when, how it reads now, how it read, why. */
export const correctionSentence = ({ date, note, now, was }: Correction): string =>
  `${dayInWords(date)}更正：“${now}”原作“${was}”${correctionReason(note)}`;

const counted = ['', '一', '两', '三', '四', '五'];

/** What is said while corrections wait for a second person: that something is wrong is said at once, and how it must read by two. Null: none waits. */
export const correctingSentence = (correcting: number): string | null =>
  correcting > 0 ? `本文有${counted[correcting] ?? correcting}处内容正在更正，核定以后公布。` : null;

/** All corrections of a story under one heading, with those that are on their way; nothing where there are none. */
export function correctionsHtml(corrections: readonly Correction[], correcting = 0): string {
  const sentences = [...corrections.map(correctionSentence), correctingSentence(correcting) ?? []].flat();
  return sentences.length > 0
    ? `<h2>更正</h2><ul>${sentences.map((one) => `<li>${escapeHtml(one)}</li>`).join('')}</ul>`
    : '';
}

import { escapeHtml } from '../../rich-text/escape.ts';
import type { Correction } from '../snapshot.ts';
import { chineseDay } from './chinese-day.ts';

/** One correction as every output says it: when, how it reads now, how it read, why. */
export function correctionSentence({ date, note, now, was }: Correction): string {
  const why = note.trim().replace(/^[，,]/u, '');
  return `${chineseDay(date)}更正：“${now}”原作“${was}”${why ? `，${why.replace(/[。.]$/u, '')}` : ''}。`;
}

/** All corrections of a story under one heading; nothing where there are none. */
export const correctionsHtml = (corrections: readonly Correction[]): string =>
  corrections.length > 0 ? `<h2>更正</h2><ul>${corrections.map((one) => `<li>${escapeHtml(correctionSentence(one))}</li>`).join('')}</ul>` : '';

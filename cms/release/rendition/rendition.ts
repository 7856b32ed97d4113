import { htmlToText } from '../../rich-text/html-text.ts';
import type { Correction, Snapshot } from '../../story/snapshot.ts';
import { anonymityLine } from './anonymity.ts';
import { correctionsHtml } from './corrections.ts';
import { caseHtml, lessonHtml, namedHtml, p, roleModelHtml } from './facts-html.ts';

/** A release whole, for every output that is not the page itself. */
export interface Rendition {
  /** Clean story HTML (h2, h3, p, lists, quotes); pictures are `<img data-media="ID" alt="…">` without a src. */
  html: string;
  /** The same as plain text, paragraphs separated by a blank line. */
  text: string;
}

type Source = Pick<Snapshot, 'html' | 'text' | 'caseSteps' | 'roleModel' | 'lesson' | 'disclosure' | 'anonymous'>;

/**
 * The one rendition of a release: facts of its kind, body, anonymity line, corrections. Feeds, channels, print, search and
 * packages take it, so that none of them can be made from a part. Pure.
 * @param corrections all that are agreed to, those entered after the signing too
 * @param correcting how many more wait for a second person
 */
export function renditionOf(snapshot: Source, corrections: readonly Correction[], correcting = 0): Rendition {
  const { caseSteps, disclosure, lesson, roleModel } = snapshot;
  const html = [
    caseSteps ? caseHtml(caseSteps) : '',
    // Without a heading of its own the comment on a case would read as its last step.
    caseSteps && snapshot.html && !/^<h2\b/.test(snapshot.html) ? '<h2>案例点评</h2>' : '',
    snapshot.html,
    roleModel ? roleModelHtml(roleModel) : '',
    lesson ? lessonHtml(lesson) : '',
    disclosure ? namedHtml(disclosure) : p(anonymityLine(snapshot) ?? ''),
    correctionsHtml(corrections, correcting),
  ].join('');
  return { html, text: html === snapshot.html ? snapshot.text : htmlToText(html) };
}

import type { NamedFacts } from '../story/facts.ts';
import { blames } from '../story/answer.ts';
import { formAnswer } from '../story/form-answer.ts';
import type { Story } from '../payload-types.ts';

/** What a release says of those whom it names and blames, whatever kind it is: who they are, and what its page must show. Nothing for every other story. */
export function namedFactsOf(story: Pick<Story, 'answer' | 'disclosure'>): {
  named?: string[];
  disclosure?: NamedFacts;
} {
  const answer = formAnswer(story);
  if (!answer || !blames(answer)) return {};
  const { authority, docDate, docNo, names, objection, periodEnd, recordUrl } = story.disclosure?.proof ?? {};
  return {
    named: (names ?? []).map((name) => name.trim()).filter((name) => name !== ''),
    disclosure: {
      authority: authority ?? '',
      docNo: docNo ?? '',
      docDate: docDate ?? '',
      recordUrl: recordUrl ?? '',
      objection: objection ?? '',
      until: periodEnd ?? '',
    },
  };
}

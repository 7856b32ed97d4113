import type { NamedFacts } from '../read/story.ts';
import type { Story } from '../payload-types.ts';

/** What a release says of a named case: whom it names, and what its page must show. Nothing for every other story. */
export function namedFactsOf({ disclosure, kind }: Pick<Story, 'disclosure' | 'kind'>): { named?: string[]; disclosure?: NamedFacts } {
  if (kind !== 'case' || !disclosure?.named) return {};
  const { authority, docDate, docNo, names, objection, periodEnd, recordUrl } = disclosure.proof ?? {};
  return {
    named: (names ?? []).map((name) => name.trim()).filter((name) => name !== ''),
    disclosure: { authority: authority ?? '', docNo: docNo ?? '', docDate: docDate ?? '', recordUrl: recordUrl ?? '', objection: objection ?? '', until: periodEnd ?? '' },
  };
}

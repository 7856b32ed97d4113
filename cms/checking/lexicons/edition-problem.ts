import type { CivilDay } from '../../../campaigns/calendar/civil-day.ts';
import { fingerprint } from '../../words/canonical.ts';
import { entriesOf } from './entries.ts';
import type { Held } from '../../columns/stored.ts';

interface Edition {
  edition: string;
  entries?: Held<'entries'>;
}

/** Changed words are a new edition: an inspector asks which one was in force. Null, or the sentence that asks for it. */
export function editionProblem(before: Edition, now: Edition, today: CivilDay): string | null {
  const changed =
    now.entries !== undefined && fingerprint(entriesOf(now.entries)) !== fingerprint(entriesOf(before.entries));
  if (!changed || now.edition > before.edition || (now.edition === before.edition && now.edition === today))
    return null;
  return `词条改了，版次还是 ${before.edition}：请把版次改成这一版定下的日期。`;
}

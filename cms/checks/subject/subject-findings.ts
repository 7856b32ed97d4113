import type { CheckedText } from '../checked-text.ts';
import type { Finding } from '../finding.ts';
import { maskLongNumbers, maskName } from '../personal-data/mask.ts';
import { readSubjects } from './read-subjects.ts';

const mend =
  '文中像是指名说了具体的人或单位失信、违法的事：请改成匿名，或者写成稿件，按“认得出谁，是褒是贬”的要求填依据、走审签。';

/** What a file by itself can be told: a loose file has no form that could agree with it, so these are for a person to look at. */
export function subjectFindings(texts: readonly CheckedText[]): Finding[] {
  return texts
    .filter(({ kind }) => kind !== 'machine')
    .flatMap(({ at, field, text }) =>
      readSubjects(text).map(
        ({ from, name }): Finding => ({
          rule: 'subject/blamed',
          level: 'warn',
          at: maskLongNumbers(at?.(from) ?? field),
          text: maskName(name),
          mend,
        }),
      ),
    );
}

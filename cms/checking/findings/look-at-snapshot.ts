import type { CheckedText } from '../../checks/checked-text.ts';
import { findInSchool } from '../../checks/school/find-in-school.ts';
import { nothing, type Answer } from '../../story/answer.ts';
import { disagreement } from '../../question/disagreement.ts';
import { textAnswer, type TextAnswer } from '../../question/text-answer.ts';
import type { Snapshot } from '../../story/snapshot.ts';
import { fingerprint } from '../../words/canonical.ts';
import { isForSchools } from '../is-for-schools.ts';
import { markOf } from './mark.ts';
import type { MarkedFinding } from './marked-finding.ts';
import { isSecrecyReading } from './no-override.ts';
import { snapshotFindings, type Measures } from './snapshot-findings.ts';
import { namedPictures, snapshotTexts } from './snapshot-texts.ts';

/** One story as it goes out, looked at whole. */
export interface Looked {
  findings: MarkedFinding[];
  /** What the text answers to the question, and what the form does; null while it does not. */
  text: TextAnswer;
  form: Answer | null;
  forSchools: boolean;
}

/** Every rule on one story, the question and, for what goes to schools, their rules. Pure. */
export function lookAtSnapshot(snapshot: Snapshot, measures: Measures): Looked {
  // A file's name is read by people alone: the numbers in it are the system's.
  const names = namedPictures(snapshot).map(
    ({ name, picture }): CheckedText => ({
      field: `${name}的文件名`,
      text: picture.fileName,
      at: () => `${name}的文件名`,
    }),
  );
  const texts = [...snapshotTexts(snapshot), ...names];
  const findings = snapshotFindings(snapshot, measures);
  const text = textAnswer(
    texts.filter(({ kind }) => kind !== 'machine'),
    findings,
  );
  const form = answerOf(snapshot);
  const forSchools = isForSchools(snapshot, measures.school);
  // What is settled is settled for exactly this text and this answer.
  const seal = fingerprint({ texts: texts.map(({ field, text: words }) => [field, words]), form });
  const asked = disagreement(form, text).map(
    (finding): MarkedFinding => ({ ...finding, mark: markOf(finding, seal, measures.secret) }),
  );
  const school = forSchools
    ? findInSchool(
        texts.filter(({ field }) => field !== '来源网址'),
        measures.school,
        measures.siteHost,
      )
    : [];
  const marked = school.map(
    (finding): MarkedFinding => ({
      ...finding,
      mark: markOf(finding, `${finding.at}\n${finding.text}`, measures.secret),
    }),
  );
  // Whoever says that these were read wrongly has looked at the whole of it.
  const sealed = findings.map((finding) =>
    isSecrecyReading(finding)
      ? { ...finding, mark: markOf(finding, [seal, finding.at, finding.text].join('\n'), measures.secret) }
      : finding,
  );
  return {
    findings: [...asked, ...marked, ...sealed].sort((a, b) => Number(a.level === 'warn') - Number(b.level === 'warn')),
    text,
    form,
    forSchools,
  };
}

/** Releases from before the question was asked say of whom they name, and praise whom they honour. */
function answerOf({ answer, disclosure, roleModel }: Snapshot): Answer | null {
  if (answer) return answer;
  if (disclosure) return { ...nothing, who: 'both', tone: 'negative' };
  return roleModel ? { ...nothing, who: 'both', tone: 'praise' } : null;
}

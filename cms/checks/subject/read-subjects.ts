import { fold, sourceEnd } from '../fold/fold.ts';
import { readings } from '../fold/readings.ts';
import { seenLabels } from '../fold/tag-labels.ts';
import { words } from '../fold/words.ts';
import { findSubjects, nothingAsked, type Subject } from './find-subjects.ts';

/**
 * The same for a text as somebody wrote it, whatever its form: marks, tags and blanks between characters, line ends within a
 * sentence, tables. Pure; offsets are in `text`, each name once.
 */
export function readSubjects(text: string): Subject[] {
  const found = new Map<string, Subject>();
  for (const { from, text: label } of seenLabels(text))
    for (const subject of findSubjects(words(fold(label)).text)) put(found, { ...subject, from, to: from + 1 });
  const { folded, joined, apart, rows } = readings(text);
  const asked = nothingAsked();
  for (const { text: read, map } of apart.text === joined.text ? [joined] : [apart, joined]) {
    for (const subject of findSubjects(read, asked)) {
      const from = map[subject.from] ?? 0;
      const last = map[subject.to - 1] ?? from;
      put(found, { ...subject, from: folded.map[from] ?? 0, to: sourceEnd(folded, text, last + 1) });
    }
  }
  for (const subject of findSubjects(rows)) {
    const at = Math.max(0, folded.text.indexOf(subject.name));
    put(found, { ...subject, from: folded.map[at] ?? 0, to: sourceEnd(folded, text, at + subject.name.length) });
  }
  return [...found.values()];
}

const put = (found: Map<string, Subject>, subject: Subject): void => {
  const key = `${subject.kind} ${subject.name}`;
  if (!found.has(key)) found.set(key, subject);
};

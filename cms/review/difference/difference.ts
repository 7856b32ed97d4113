import { tell } from '../../story/answer.ts';
import { copyFacts } from '../../story/fields/derive.ts';
import type { Values } from '../../story/fields/fact.ts';
import { ownFacts } from '../../story/fields/own.ts';
import type { ReleasePicture, Snapshot } from '../../story/snapshot.ts';
import { paragraphChanges, type ParagraphChange } from './paragraphs.ts';
import { pieces, type Piece } from './pieces.ts';

/** One part of a story that is not as it was. */
interface PartChange {
  /** 标题、摘要、题图… */
  part: string;
  pieces: Piece[];
}

export interface Difference {
  parts: PartChange[];
  /** 正文, paragraph by paragraph. */
  paragraphs: ParagraphChange[];
  /** The words are the same, but headings, emphasis, links or tables are not. */
  formatOnly: boolean;
}

export const isEmpty = ({ formatOnly, paragraphs, parts }: Difference): boolean =>
  parts.length === 0 && paragraphs.length === 0 && !formatOnly;

/** What is different in `after`, readable by people. Pure. */
export function difference(before: Snapshot, after: Snapshot): Difference {
  const [old, now] = [partsOf(before), partsOf(after)];
  const parts = [...new Set([...old.keys(), ...now.keys()])].flatMap((part): PartChange[] => {
    const [was, is] = [old.get(part) ?? '', now.get(part) ?? ''];
    return was === is ? [] : [{ part, pieces: pieces(was, is) }];
  });
  const paragraphs = paragraphChanges(before.text, after.text);
  return { parts, paragraphs, formatOnly: paragraphs.length === 0 && before.html !== after.html };
}

/** Everything of a story but its text, by the names of the form. */
function partsOf(snapshot: Snapshot): Map<string, string> {
  const { roleModel: person, caseSteps: steps, lesson } = snapshot;
  return new Map([
    ['标题', snapshot.title],
    ['种类', snapshot.kind],
    ['栏目', snapshot.column?.name ?? ''],
    ['摘要', snapshot.summary],
    ['题图', picture(snapshot.cover)],
    ['文中图片', snapshot.images.map(picture).join('、')],
    ['诚信典型资料', person ? Object.values(person).filter(Boolean).join('；') : ''],
    ['案例：发生了什么', steps?.what ?? ''],
    [
      '案例：违反哪条规定',
      steps ? [steps.rule.law, steps.rule.article, steps.rule.text, steps.rule.url].filter(Boolean).join('；') : '',
    ],
    ['案例：付出什么代价', steps?.costs.map(({ figure, label }) => `${figure} ${label}`).join('；') ?? ''],
    ['案例：怎样改过来', steps?.mend.map(({ date, text }) => `${date} ${text}`).join('；') ?? ''],
    ['教学材料资料', lesson ? Object.values(lesson).filter(Boolean).join('；') : ''],
    ['认得出谁，是褒是贬', snapshot.answer ? tell(snapshot.answer) : ''],
    ['标签', snapshot.tags.join('、')],
    ['来源', [snapshot.source, snapshot.sourceUrl].filter(Boolean).join(' ')],
    ['作者', snapshot.author],
    [
      '更正记录',
      snapshot.corrections.map(({ date, was, now, note }) => `${date} “${was}”改为“${now}”${note}`).join('；'),
    ],
    ...ownParts(snapshot),
  ]);
}

/** Facts of its own, by their names on the form. */
function ownParts(snapshot: Snapshot): [string, string][] {
  const values: Values = copyFacts(ownFacts, snapshot);
  return Object.entries(ownFacts).map(([name, { label }]) => [label, String(values[name] ?? '')]);
}

const picture = (shown: ReleasePicture | null): string => (shown ? `${shown.alt}（${shown.fileName}）` : '');

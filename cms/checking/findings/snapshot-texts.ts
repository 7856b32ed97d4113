import type { CheckedText } from '../../checks/checked-text.ts';
import { contentLabels } from '../../story/fields/content-names.ts';
import { copyFacts, factTexts } from '../../story/fields/derive.ts';
import { lessonFacts } from '../../story/fields/lesson.ts';
import { ownFacts } from '../../story/fields/own.ts';
import { roleModelFacts } from '../../story/fields/role-model.ts';
import type { ReleasePicture, Snapshot } from '../../story/snapshot.ts';

/** How the writer knows a story's main picture. */
export const coverName = contentLabels.cover;

/** Pictures with the name by which the writer knows them. */
export const namedPictures = ({ cover, images }: Snapshot): { name: string; picture: ReleasePicture }[] => [
  ...(cover ? [{ name: coverName, picture: cover }] : []),
  ...images.map((picture, i) => ({ name: `正文第${i + 1}图`, picture })),
];

/** Everything of a story that readers or their machines get to see, each text with the name of its place. */
export function snapshotTexts(snapshot: Snapshot): CheckedText[] {
  const { author, caseSteps, corrections, html, lesson, roleModel, source, sourceUrl, summary, tags, title } = snapshot;
  const links = [...html.matchAll(/\b(?:href|src)="([^"]*)"/g)].map(([, url]) => url ?? '');
  return [
    ...named('标题', title),
    ...named('摘要', summary),
    ...body(snapshot.text),
    ...named('作者', author),
    ...named('来源', source),
    ...named('标签', tags.join('\n')),
    ...(roleModel ? factTexts(roleModelFacts, roleModel) : []).flatMap(([field, text]) => named(field, text)),
    ...(caseSteps
      ? [
          ...named('案例第一步', caseSteps.what),
          ...named('案例第二步', `${caseSteps.rule.law}\n${caseSteps.rule.article}\n${caseSteps.rule.text}`),
          ...named('案例第三步', caseSteps.costs.map(({ figure, label }) => `${figure} ${label}`).join('\n')),
          ...named('案例第四步', caseSteps.mend.map(({ text }) => text).join('\n')),
        ]
      : []),
    ...(lesson ? factTexts(lessonFacts, lesson) : []).flatMap(([field, text]) => named(field, text)),
    ...factTexts(ownFacts, copyFacts(ownFacts, snapshot)).flatMap(([field, text]) => named(field, text)),
    ...corrections.flatMap(({ was, now, note }, i) => named(`更正记录第${i + 1}条`, `${was}\n${now}\n${note}`)),
    ...namedPictures(snapshot).flatMap(({ name, picture }) => [
      ...named(`${name}的替代文字`, picture.alt),
      ...named(`${name}的图说`, picture.caption),
      ...named(`${name}的作者与版权`, picture.credit),
    ]),
    ...machine('来源网址', sourceUrl ?? ''),
    ...links.flatMap((url) => machine('正文里的链接', url)),
  ];
}

const named = (field: string, text: string | null | undefined): CheckedText[] =>
  text?.trim() ? [{ field, text, at: () => field }] : [];
const machine = (field: string, text: string): CheckedText[] =>
  text ? [{ field, text, kind: 'machine', at: () => field }] : [];

/** Paragraphs of the text, headings and list items among them, are counted from 1. */
function body(text: string): CheckedText[] {
  if (!text.trim()) return [];
  const starts = [0, ...Array.from(text.matchAll(/\n\n/g), ({ index }) => index + 2)];
  return [{ field: '正文', text, at: (offset) => `正文第${starts.findLastIndex((start) => start <= offset) + 1}段` }];
}

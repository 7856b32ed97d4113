import type { CheckedText } from '../../checks/checked-text.ts';
import type { ReleasePicture, Snapshot } from '../../story/snapshot.ts';

/** Pictures with the name by which the writer knows them. */
export const namedPictures = ({ cover, images }: Snapshot): { name: string; picture: ReleasePicture }[] => [
  ...(cover ? [{ name: '题图', picture: cover }] : []),
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
    ...(roleModel ? [
      ...named('诚信典型姓名或单位', roleModel.name), ...named('诚信典型类别', roleModel.category), ...named('诚信典型地点', roleModel.place), ...named('推荐单位', roleModel.recommendedBy),
      ...named('公示情况', roleModel.publicity), ...named('本人同意情况', roleModel.consent), ...named('信用复核情况', roleModel.recheck),
    ] : []),
    ...(caseSteps ? [
      ...named('案例第一步', caseSteps.what), ...named('案例第二步', `${caseSteps.rule.law}\n${caseSteps.rule.article}\n${caseSteps.rule.text}`),
      ...named('案例第三步', caseSteps.costs.map(({ figure, label }) => `${figure} ${label}`).join('\n')), ...named('案例第四步', caseSteps.mend.map(({ text }) => text).join('\n')),
    ] : []),
    ...(lesson ? named('教学材料资料', `${lesson.theme}\n${lesson.subject}\n${lesson.licence}`) : []),
    ...corrections.flatMap(({ was, now, note }, i) => named(`更正记录第${i + 1}条`, `${was}\n${now}\n${note}`)),
    ...namedPictures(snapshot).flatMap(({ name, picture }) => [...named(`${name}的替代文字`, picture.alt), ...named(`${name}的图说`, picture.caption), ...named(`${name}的作者与版权`, picture.credit)]),
    ...machine('来源网址', sourceUrl ?? ''),
    ...links.flatMap((url) => machine('正文里的链接', url)),
  ];
}

const named = (field: string, text: string | null | undefined): CheckedText[] => (text?.trim() ? [{ field, text, at: () => field }] : []);
const machine = (field: string, text: string): CheckedText[] => (text ? [{ field, text, kind: 'machine', at: () => field }] : []);

/** Paragraphs of the text, headings and list items among them, are counted from 1. */
function body(text: string): CheckedText[] {
  if (!text.trim()) return [];
  const starts = [0, ...Array.from(text.matchAll(/\n\n/g), ({ index }) => index + 2)];
  return [{ field: '正文', text, at: (offset) => `正文第${starts.findLastIndex((start) => start <= offset) + 1}段` }];
}

import type { Story } from '../../payload-types.ts';
import { isRichText, type RichNode } from '../../rich-text/node.ts';
import type { Passage } from '../../story/act.ts';

/** The fields of a story that a correction may change. */
export type Corrected = Pick<Story, 'title' | 'summary' | 'body' | 'corrections'>;

const limits = { title: 32, summary: 54 } as const;

/**
 * A story with one passage put right wherever it stands in title, summary and text, and the correction entered for the
 * public. Pure: the same passage, note and day give the same content.
 * @param said `day` is the civil day of the proposal
 * @returns one Chinese sentence when the passage cannot be replaced
 */
export function correctedStory(
  story: Story,
  { wrong, right }: Passage,
  said: { note: string; day: string },
): Corrected | string {
  let found = 0;
  const mend = (text: string): string => {
    if (!text.includes(wrong)) return text;
    found += 1;
    return text.replaceAll(wrong, () => right);
  };
  const walk = (node: RichNode): RichNode => ({
    ...node,
    ...(typeof node.text === 'string' ? { text: mend(node.text) } : {}),
    ...(node.children ? { children: node.children.map(walk) } : {}),
  });
  const title = mend(story.title);
  const summary = mend(story.summary ?? '');
  const body = isRichText(story.body) ? { ...story.body, root: walk(story.body.root) } : story.body;
  if (found === 0) return `稿件里找不到完整的“${wrong}”：请照原文抄，不要跨段，也不要跨过加粗、链接这样的格式。`;
  if ([...title].length > limits.title) return `改后的标题超过${limits.title}个字：请把“改为”写短些。`;
  if ([...summary].length > limits.summary) return `改后的摘要超过${limits.summary}个字：请把“改为”写短些。`;
  return {
    title,
    summary,
    body: body as Story['body'],
    corrections: [...(story.corrections ?? []), { date: said.day, was: wrong, now: right, note: said.note }],
  };
}

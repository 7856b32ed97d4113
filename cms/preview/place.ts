import { factPlaces } from '../story/fields/derive.ts';
import { factGroups } from '../story/fields/groups.ts';
import { ownFacts } from '../story/fields/own.ts';
import { bodyBlocks } from './body-blocks.ts';

/** Where in the form something is mended; `block` counts the editor's blocks from 0, empty ones too. */
export interface Place {
  field: string;
  block?: number;
}

/** Names of places, as findings have them, with the field of the form; the beginning decides, longer ones first. */
const fields: [string, string][] = [
  ['案例第一步', 'caseSteps__what'],
  ['案例第二步', 'caseSteps__rule__text'],
  ['案例第三步', 'caseSteps__costs'],
  ['案例第四步', 'caseSteps__mend'],
  ...Object.entries(factGroups).flatMap(([group, { facts }]) =>
    factPlaces(facts).map(([name, field]): [string, string] => [name, `${group}__${field}`]),
  ),
  ...factPlaces(ownFacts),
  ['表单', 'answer__who'],
  ['更正记录', 'corrections'],
  ['来源网址', 'sourceUrl'],
  ['题图', 'cover'],
  ['标题', 'title'],
  ['摘要', 'summary'],
  ['作者', 'authorName'],
  ['来源', 'source'],
  ['标签', 'tags'],
  ['正文', 'body'],
];

/**
 * The way from a finding to its field, or null when the form has none.
 * @param at the finding's place, e.g. `标题`, `正文第3段`, `正文第1图的图说`
 * @param text plain text of the snapshot that was checked: its paragraphs are what `第3段` counts
 * @param body the editor's state that it was made from
 */
export function placeOf(at: string, text: string, body: unknown): Place | null {
  // A channel's own limits: `微信公众号·标题`.
  const own = /^[^·]+·(.+)$/.exec(at)?.[1];
  if (own) return own === '图片' ? { field: 'body' } : placeOf(own, text, body);
  const picture = /^正文第(\d+)图/.exec(at)?.[1];
  if (picture)
    return withBlock(bodyBlocks(body).flatMap(({ picture: id }, block) => (id ? [block] : []))[Number(picture) - 1]);
  const paragraph = /^正文第(\d+)段/.exec(at)?.[1];
  if (paragraph) return withBlock(blockOf(text.split('\n\n'), Number(paragraph) - 1, body));
  const field = fields.find(([name]) => at.startsWith(name))?.[1];
  return field ? { field } : null;
}

const withBlock = (block: number | undefined): Place =>
  block === undefined ? { field: 'body' } : { field: 'body', block };

const squeezed = (text: string): string => text.replace(/[\s｜]+/g, '');

/** Both tell the same story in the same order; captions and the like stand in the one alone, so that words decide. */
function blockOf(paragraphs: string[], wanted: number, body: unknown): number | undefined {
  const lines = bodyBlocks(body).flatMap((block, i) => block.lines.map((line) => ({ block: i, line: squeezed(line) })));
  let from = 0;
  for (let i = 0; i <= wanted; i++) {
    const sought = squeezed(paragraphs[i] ?? '');
    const hit = lines.findIndex(({ line }, at) => at >= from && line === sought);
    if (i === wanted) return lines[hit >= 0 ? hit : Math.min(from, lines.length - 1)]?.block;
    if (hit >= 0) from = hit + 1;
  }
  return undefined;
}

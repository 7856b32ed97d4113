import type { ClientField } from 'payload';
import { momentOf } from '../../words/words.ts';
import { chosenOne, nameOf, type Chosen, type Titles } from './chosen.ts';
import { holding, labelOf } from './labels.ts';

interface Node {
  type?: string;
  text?: string;
  children?: unknown;
}

/** What was kept may have been cut off or made by another version: a broken piece must not take the page with it. */
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;
const childrenOf = ({ children }: Node): Node[] => (Array.isArray(children) ? children.filter(isNode) : []);

/**
 * What stands in a field, as lines that a person can read and copy.
 * @param titles what chosen rows are called
 */
export function readable(value: unknown, field: ClientField | undefined, titles: Titles = new Map()): string {
  if (value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0))
    return '（空）';
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'object' && 'root' in value)
    return [value.root].filter(isNode).flatMap(textLines).join('\n') || '（空）';
  if (field && 'options' in field && Array.isArray(field.options))
    return [value]
      .flat()
      .map((one) => optionLabel(field.options, one))
      .join('、');
  if (field?.type === 'date' && typeof value === 'string') return dateText(value);
  if (field?.type === 'relationship' || field?.type === 'upload')
    return [value]
      .flat()
      .map((one) => titleOf(chosenOne(one, field.relationTo), titles))
      .join('、');
  if (Array.isArray(value))
    return value
      .map((row, i) => (typeof row === 'object' ? `${i + 1}　${rowLine(row, field, titles)}` : String(row)))
      .join('\n');
  if (typeof value === 'object') return rowLine(value, field, titles);
  return String(value);
}

/** “稿件甲”; a row that is gone, or that its reader may not see, is said to be so. */
function titleOf(chosen: Chosen | null, titles: Titles): string {
  const title = chosen ? titles.get(nameOf(chosen)) : null;
  if (title === undefined) return '（正在查名称）';
  return title === null ? '（已删除或您看不到的一项）' : title;
}

function dateText(value: string): string {
  const at = new Date(value);
  return Number.isNaN(at.getTime()) ? value : `${momentOf(at, new Date(0))}（北京时间）`;
}

function optionLabel(options: readonly unknown[], value: unknown): string {
  const found = options.find(
    (option) => (typeof option === 'object' && option !== null ? Reflect.get(option, 'value') : option) === value,
  );
  const label: unknown = typeof found === 'object' && found !== null ? Reflect.get(found, 'label') : found;
  return typeof label === 'string' ? label : String(value);
}

/** 名称：甲；提示：乙 */
function rowLine(row: unknown, field: ClientField | undefined, titles: Titles): string {
  const fields = field && 'fields' in field ? holding(field.fields) : [];
  const cells = Object.entries((row ?? {}) as Record<string, unknown>).filter(
    ([name, inner]) => name !== 'id' && inner !== null && inner !== '' && inner !== undefined,
  );
  return (
    cells
      .map(([name, inner]) => {
        const of = fields.find((one) => 'name' in one && one.name === name);
        return `${of ? labelOf(of) : name}：${readable(inner, of, titles)}`;
      })
      .join('；') || '（空）'
  );
}

const blocks = new Set(['paragraph', 'heading', 'listitem', 'quote', 'tablerow']);

/** Paragraph by paragraph; a row of a table is one line, a picture one word. */
function textLines(node: Node): string[] {
  if (node.type === 'upload') return ['［图片］'];
  if (!node.type || !blocks.has(node.type)) return childrenOf(node).flatMap(textLines);
  const inner = childrenOf(node).filter(({ type }) => type === 'list');
  const own = childrenOf(node)
    .filter(({ type }) => type !== 'list')
    .map(words)
    .filter((text) => text !== '')
    .join(node.type === 'tablerow' ? '　' : '');
  return [...(own === '' ? [] : [own]), ...inner.flatMap(textLines)];
}

const words = (node: Node): string =>
  node.type === 'linebreak'
    ? '\n'
    : node.type === 'upload'
      ? '［图片］'
      : (node.text ?? '') + childrenOf(node).map(words).join('');

import { element, type SourceNode } from '../../rich-text/from-html/source-node.ts';
import { box } from './box.ts';
import { equationText } from './equation.ts';
import { linkIn, resultless } from './field.ts';
import { runNodes } from './run.ts';
import { sayings } from './sayings.ts';
import type { Word } from './word.ts';
import { all, child, isOn, kids, text, type Xml } from './xml.ts';

/** The words of a paragraph. Elements that nobody knows are read through: what stands in them is words all the same. */
export function inlineNodes(nodes: readonly (Xml | string)[], word: Word, style: string | null): SourceNode[] {
  return nodes.flatMap((node): SourceNode[] => {
    if (typeof node === 'string') return [];
    const inner = () => inlineNodes(node.children, word, style);
    switch (node.name) {
      case 'w:r':
        return runNodes(node, word, style);
      case 'w:hyperlink':
        return linked(node, inner(), word);
      case 'w:fldSimple': {
        const code = node.attributes['w:instr'] ?? '';
        const link = linkIn(code);
        const result = inner();
        if (result.length === 0) return resultless(code, null);
        return link === null ? result : [element('a', result, { href: link })];
      }
      case 'w:ins':
      case 'w:moveTo':
        return [...inner(), { say: sayings.changed }];
      case 'w:del':
      case 'w:moveFrom':
        return isEmpty(node) ? [] : [{ say: sayings.changed }];
      case 'w:sdt':
        return tickBox(node) ?? inlineNodes(child(node, 'w:sdtContent')?.children ?? [], word, style);
      case 'm:oMath':
      case 'm:oMathPara': {
        const line = equationText(node).trim();
        return line === '' ? [{ say: sayings.lostFormula }] : [{ text: line }, { say: sayings.formula }];
      }
      case 'mc:AlternateContent':
        return inlineNodes((child(node, 'mc:Choice') ?? child(node, 'mc:Fallback'))?.children ?? [], word, style);
      case 'w:subDoc':
        return [{ say: sayings.chunk('子文档') }];
      default:
        return silent.test(node.name)
          ? []
          : kids(node).length > 0
            ? inner()
            : text(node).trim() === ''
              ? []
              : [{ say: sayings.unknown(node.name) }];
    }
  });
}

/** Properties and marks of places. */
const silent = /^w:(?:\w*Pr|bookmark\w+|comment\w+|perm\w+|proofErr|\w*Range(?:Start|End))$/;
const isEmpty = (node: Xml): boolean => all(node, 'w:delText', 'w:t', 'w:drawing', 'w:pict', 'm:oMath').length === 0;

function linked({ attributes }: Xml, inner: SourceNode[], word: Word): SourceNode[] {
  const target = word.targets.get(attributes['r:id'] ?? '');
  if (!target) return inner;
  const anchor = attributes['w:anchor'];
  return [element('a', inner, { href: anchor ? `${target.target.replace(/#.*$/, '')}#${anchor}` : target.target })];
}

/** A content control to tick: its state counts, not the sign that it happens to show. */
function tickBox(node: Xml): SourceNode[] | null {
  const found = child(child(node, 'w:sdtPr'), 'w14:checkbox');
  if (!found) return null;
  const state = child(found, 'w14:checked');
  return [box(state ? !/^(?:0|false)$/.test(state.attributes['w14:val'] ?? '1') : isOn(found, 'w14:checked'))];
}

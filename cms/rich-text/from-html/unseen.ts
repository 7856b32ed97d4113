import { hasClass, hasContent, styleOf, type SourceElement } from './source-node.ts';

const sentences = {
  hidden: '@有隐藏的文字或链接没有带入：要公开的请补写。',
  deleted: '@有修订中删除的文字没有带入：按接受修订处理，请核对。',
  remark: '@有批注没有带入：要用的请写进正文。',
  repeated: '@有页眉、页脚的文字没有带入：需要的请补写。',
};

export const hiddenNote = sentences.hidden;

/**
 * Why a reader of the source does not see an element as its text, and it must not leak by being taken over: deleted and hidden
 * passages, comments. Null: it is seen. '' for what was never words (field codes, list markers: the list is rebuilt).
 */
export function unseen(element: SourceElement): string | null {
  const { attributes, name } = element;
  if (name === 'o:smarttagtype' || name === 'w:sdtpr') return '';
  if (name === 'del' && ('cite' in attributes || 'datetime' in attributes || hasClass(element, /^Mso/i)))
    return sentences.deleted;
  if (hasClass(element, /^(?:Mso(?:CommentReference|CommentText|CommentSubject)|msocomanchor)/i))
    return sentences.remark;
  const part = styleOf(element, 'mso-element');
  if (/^comment/.test(part)) return sentences.remark;
  if (/^(field-(begin|separator|end)|endnote-separator|footnote-separator)/.test(part)) return '';
  if (/^(header|footer)/.test(part)) return hasContent(element.children) ? sentences.repeated : '';
  if (styleOf(element, 'mso-list') === 'ignore') return '';
  if (styleOf(element, 'mso-special-character') === 'comment') return sentences.remark;
  return isHidden(element) ? (hasContent(element.children) || name === 'img' ? sentences.hidden : '') : null;
}

/** In every way in which pages put words where nobody looks (暗链). What only screen readers skip is seen. */
function isHidden(element: SourceElement): boolean {
  const style = (property: string) => styleOf(element, property).replace(/\s*!important$/, '');
  const { attributes, name } = element;
  if ('hidden' in attributes && attributes.hidden !== 'until-found') return true;
  if (name === 'dialog' && !('open' in attributes)) return true;
  if (style('display') === 'none' || style('mso-hide') === 'all' || /^(hidden|collapse)$/.test(style('visibility')))
    return true;
  if (
    none.test(style('font-size')) ||
    /^(?:0?\.\d+|1)px$/.test(style('font-size')) ||
    /^0?\.?0+%?$/.test(style('opacity')) ||
    style('color') === 'transparent'
  )
    return true;
  if (
    /^rect\((?:0\w*[ ,]*|1px[ ,]*)+\)$/.test(style('clip')) ||
    /^inset\((?:50|100)%\)$/.test(style('clip-path')) ||
    /scale\(0(?:,\s*0)?\)/.test(style('transform'))
  )
    return true;
  if (name === 'marquee' && [attributes.width, attributes.height].some((size) => /^[0-5](?:px)?$/.test(size ?? '')))
    return true;
  if (
    ['text-indent', 'margin-left', 'margin-top'].some((one) => far.test(style(one))) ||
    (/^(absolute|fixed|relative)$/.test(style('position')) && [style('left'), style('top')].some((at) => far.test(at)))
  )
    return true;
  return (
    /hidden|clip/.test(style('overflow')) &&
    ['height', 'width', 'max-height', 'max-width'].some((one) => none.test(style(one)))
  );
}

const none = /^0+(?:\.0+)?(?:px|pt|em|rem|%|ex|vw|cm|mm|in)?$/;
/** Off every screen. */
const far = /^-\d{3,}(?:\.\d+)?(?:px|pt|em|rem|%)$/;

import { hasClass, styleOf, type SourceElement } from './source-node.ts';

/**
 * What a reader of the Word document does not see as its text, and must not leak by pasting: deleted passages, comments,
 * hidden text, field codes, list markers (the list is rebuilt).
 */
export function isUnseen(element: SourceElement): boolean {
  const { name } = element;
  if (name === 'del' || name === 'o:smarttagtype' || name === 'w:sdtpr') return true;
  if (styleOf(element, 'display') === 'none' || styleOf(element, 'mso-hide') === 'all' || styleOf(element, 'visibility') === 'hidden') return true;
  if (hasClass(element, /^Mso(CommentReference|CommentText|CommentSubject)/i)) return true;
  if (/^(comment|field-(begin|separator|end)|header|footer|endnote-separator|footnote-separator)/.test(styleOf(element, 'mso-element'))) return true;
  if (styleOf(element, 'mso-comment-reference') !== '' || styleOf(element, 'mso-comment-continuation') !== '') return true;
  return styleOf(element, 'mso-list') === 'ignore' || styleOf(element, 'mso-special-character') === 'comment';
}

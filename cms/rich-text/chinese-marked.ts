import { Marked, type TokenizerAndRendererExtension } from 'marked';

/**
 * `**活动时间：**9月20日`: by CommonMark's rules the second sign closes nothing, because it stands between a mark of punctuation
 * and a letter, which in Latin text have a blank between them. In Chinese they have none.
 */
const strong: TokenizerAndRendererExtension = {
  name: 'strong',
  level: 'inline',
  start: (source) => source.indexOf('**'),
  tokenizer(source) {
    const match = /^\*\*((?=[^\s*])[^*\n]*?[^\s*])\*\*(?!\*)/.exec(source) ?? /^\*\*([^\s*])\*\*(?!\*)/.exec(source);
    return match?.[1] ? { type: 'strong', raw: match[0], text: match[1], tokens: this.lexer.inlineTokens(match[1]) } : undefined;
  },
};

/** Markdown with the rules that Chinese text needs. */
export const chineseMarked = (): Marked => new Marked({ gfm: true, breaks: false }, { extensions: [strong] });

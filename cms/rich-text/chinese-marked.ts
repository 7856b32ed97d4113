import { Marked, type TokenizerAndRendererExtension } from 'marked';

/**
 * `**活动时间：**9月20日`: by CommonMark's rules the second sign closes nothing, because it stands between a mark of punctuation
 * and a letter, which in Latin text have a blank between them. In Chinese they have none.
 */
const strong: TokenizerAndRendererExtension = {
  name: 'strong',
  level: 'inline',
  start: (source) => /\*\*|__(?=\P{ASCII})/u.exec(source)?.index,
  tokenizer(source) {
    const words = (/^\*\*((?=[^\s*])[^*\n]*?[^\s*])\*\*(?!\*)/.exec(source) ??
      /^\*\*([^\s*])\*\*(?!\*)/.exec(source) ??
      /^__(?=\P{ASCII})([^_\n]*?[^\s_])__(?!_)/u.exec(source))?.[1];
    return words === undefined
      ? undefined
      : { type: 'strong', raw: source.slice(0, words.length + 4), text: words, tokens: this.lexer.inlineTokens(words) };
  },
};

/** The same with one sign; where no Chinese punctuation stands beside it, the usual rules hold (2*3*4). */
const emphasis: TokenizerAndRendererExtension = {
  name: 'em',
  level: 'inline',
  start: (source) => /\*(?=\P{ASCII})/u.exec(source)?.index,
  tokenizer(source) {
    const words = /^\*(?=\P{ASCII})([^*\n]*[^\s*])\*(?!\*)/u.exec(source)?.[1];
    if (words === undefined || !/^[\u3000-\u303f\uff00-\uff65“‘]|[\u3000-\u303f\uff00-\uff65”’…]$/u.test(words))
      return undefined;
    return { type: 'em', raw: source.slice(0, words.length + 2), text: words, tokens: this.lexer.inlineTokens(words) };
  },
};

/** Markdown with the rules that Chinese text needs. */
export const chineseMarked = (): Marked => new Marked({ gfm: true, breaks: false }, { extensions: [strong, emphasis] });

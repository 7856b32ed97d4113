import { simplified } from '../../../campaigns/characters/simplified.ts';
import type { Finding } from '../finding.ts';

/** What is known about a story taken from elsewhere. */
export interface Reprint {
  isReprint: boolean;
  title: string;
  /** Name of the medium it comes from. */
  source?: string | null;
  /** Address of the original. */
  sourceUrl?: string | null;
  /** Headline of the original, when known. */
  originalTitle?: string | null;
  /** Whether the medium is on the list of sources that may be reprinted; undefined when nobody has looked. */
  isListed?: boolean;
}

const plain = (title: string) => simplified(title.normalize('NFKC')).replace(/[\s\p{P}]/gu, '');

/** Reprints need a source, an address and an unchanged headline (G22, 互联网新闻信息稿源单位名单). */
export function reprintFindings({ isReprint, title, source, sourceUrl, originalTitle, isListed }: Reprint): Finding[] {
  const finding = (name: string, level: Finding['level'], at: string, text: string, mend: string): Finding => ({
    rule: `reprint/${name}`,
    level,
    at,
    text,
    mend,
  });
  if (!isReprint)
    return isListed === true && source?.trim()
      ? [
          finding(
            'undeclared',
            'block',
            '来源',
            source,
            '来源写的是别的媒体，却没有勾“这是转载稿”：请勾上，写明原文网址和原文标题；确是本单位自采的，把来源改成本单位。',
          ),
        ]
      : [];
  return [
    ...(source?.trim() ? [] : [finding('no-source', 'block', '来源', '', '转载稿没有写来源：请填上首发媒体的全称。')]),
    ...(isWebAddress(sourceUrl)
      ? []
      : [finding('no-link', 'block', '原文链接', '', '转载稿没有原文链接：请填上原文的完整网址，以 https:// 开头。')]),
    ...(originalTitle && plain(originalTitle) !== plain(title)
      ? [finding('changed-title', 'block', '标题', title, `转载不得改动标题：请用原标题“${originalTitle}”。`)]
      : []),
    ...(isListed === false && source?.trim()
      ? [finding('not-listed', 'block', '来源', source, '这家媒体不在可转载的稿源名单里：请换用名单内媒体的稿件。')]
      : []),
  ];
}

function isWebAddress(text: string | null | undefined): boolean {
  if (!text || !/^https?:\/\//.test(text)) return false;
  return URL.canParse(text);
}

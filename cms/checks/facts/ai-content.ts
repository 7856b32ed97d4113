import { simplified } from '../../../campaigns/characters/simplified.ts';
import type { Finding } from '../finding.ts';

/** What is known about a text and what made it. */
export interface AiContent {
  /** The writer says that AI was used for words or pictures. */
  usedAi: boolean;
  /** The AIGC JSON found in a picture's or document's metadata; null when there is none. */
  implicitMark?: string | null;
  /** Everything a reader sees: body, captions, the note at the end. */
  visibleText: string;
}

const visibleMark = /(?:AI|ＡＩ|人工智能|AIGC)(?:辅助)?(?:生成|合成|创作|绘制|制作)|由(?:AI|人工智能)/i;

export const hasVisibleMark = (text: string): boolean => visibleMark.test(simplified(text.normalize('NFKC')));

/** 标识办法 (2025-09-01), GB 45438-2025 (G23): what AI made says so where it is seen. That AI makes no real person is asked of each picture (`portrait.ts`). */
export function aiFindings({ usedAi, implicitMark, visibleText }: AiContent): Finding[] {
  const isAi = usedAi || Boolean(implicitMark);
  const findings: Finding[] = [];
  if (isAi && !hasVisibleMark(visibleText)) {
    findings.push({
      rule: 'ai-mark/missing',
      level: 'block',
      at: '正文',
      text: '',
      mend: '用了人工智能生成的内容，却没有看得见的标识：请在开头、结尾或图注写明“由AI生成”。',
    });
  }
  if (implicitMark && !usedAi) {
    findings.push({
      rule: 'ai-mark/undeclared',
      level: 'warn',
      at: '元数据',
      text: '（AIGC）',
      mend: '文件的元数据写明由人工智能生成，稿件却没有登记：请在稿件里勾选“使用了人工智能”。',
    });
  }
  return findings;
}

import { aiFindings } from '../../../checks/facts/ai-content.ts';
import type { StoryCheck } from '../story-check.ts';

/** What AI made says so where it is seen (G23). Pages write the mark beside pictures made with AI by themselves. */
export const aiMarks: StoryCheck = ({ pictures, snapshot: { summary, text, usedAi } }) =>
  aiFindings({
    usedAi: usedAi ?? false,
    visibleText: [
      summary,
      text,
      ...pictures.map(({ picture }) => `${picture.caption ?? ''}${picture.aigc ? '由AI生成' : ''}`),
    ].join('\n'),
  });

import type { Release } from '../payload-types.ts';

/** How a release was reviewed, as the sentence under its signature. Says openly when it was not by three people. */
export function reviewNote({
  imported,
  reviewMode,
  signedBy,
}: Pick<Release, 'imported' | 'reviewMode' | 'signedBy'>): string {
  if (imported) return '示例稿件，由系统导入，按初审、复审、终审的次序留有记录';
  if (reviewMode === 'two') return '本单位实行两人审签：初审、复审由一人担任，由另一位终审人签发后发布';
  if (reviewMode === 'urgent') return `本版是紧急更正，由${signedBy}两人核定后发布，初审、复审、终审随后补做`;
  return '本稿经初审、复审、终审，由终审人签发后发布';
}

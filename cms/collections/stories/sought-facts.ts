import { searchedFacts } from '../../story/fields/derive.ts';
import { factGroups } from '../../story/fields/groups.ts';
import { ownFacts } from '../../story/fields/own.ts';

const isRow = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** The facts of a story by which it is found at the desk, whatever its row holds. */
export function soughtFacts(story: Record<string, unknown>): unknown[] {
  const sought = (name: keyof typeof factGroups) =>
    searchedFacts(factGroups[name].facts, isRow(story[name]) ? story[name] : null);
  return [
    ...searchedFacts(ownFacts, story),
    ...sought('roleModel'),
    ...(isRow(story.caseSteps) ? [story.caseSteps.what] : []),
    ...sought('lesson'),
  ];
}

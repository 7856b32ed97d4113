/** What the reader hands to the public site: nouns of the floors below, here because the site reaches `cms/read` alone. */
export type { Column } from '../story/column.ts';
export { correctionReason } from '../story/correction-reason.ts';
export type { CopyLine } from '../story/copy-state.ts';
export { furtherRoleModelFacts } from '../story/further-facts.ts';
export { lawTitle } from '../story/law-title.ts';
export type { ListType } from '../story/list-type.ts';
export type { Region } from '../story/region.ts';
export * from '../story/facts.ts';
export * from '../story/tags.ts';

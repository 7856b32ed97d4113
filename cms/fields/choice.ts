/** One option of a select whose options are data files. */
export interface Choice {
  value: string;
  label: string;
}

/** A new data file must not change the types: to code, such a choice is any text. */
export const anyText = [() => ({ type: 'string' as const })];
export const anyTexts = [() => ({ type: 'array' as const, items: { type: 'string' as const } })];

/** Options that come from `content/`. */
export interface Choices {
  occasions: Choice[];
  channels: Choice[];
}

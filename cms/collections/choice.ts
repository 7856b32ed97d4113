/** One option of a select whose options are data files. */
export interface Choice {
  value: string;
  label: string;
}

/** Options that come from `content/`. */
export interface Choices {
  occasions: Choice[];
  channels: Choice[];
}

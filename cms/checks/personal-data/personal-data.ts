import type { TextCheck } from '../text-check.ts';
import { findPersonalData } from './find-personal-data.ts';

/** What belongs to a person (G06, G07): numbers hide in addresses and metadata too. */
export const personalData: TextCheck = {
  group: 'personal-data',
  machine: true,
  exact: true,
  find: ({ folded }, options, source) => findPersonalData(folded, options, source),
};

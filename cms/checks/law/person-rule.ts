import type { Match } from '../personal-data/match.ts';
import type { Passage } from './passages.ts';

/** One rule about what may be said of people; offsets of its matches are in the passage. */
export type PersonRule = (passage: Passage) => Match[];

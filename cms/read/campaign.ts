import type { OccasionDay } from './occasion.ts';
import type { StoryCard } from '../story/facts.ts';

export interface CampaignCard {
  year: number;
  slug: string;
  path: string;
  title: string;
  theme: string;
  standfirst: string;
  /** `YYYY-MM-DD`: first day of the first phase to last day of the last. */
  start: string;
  end: string;
  occasion: OccasionDay;
  /** 宜/忌 of the almanac leaf, ≤ 9 字 each. */
  good: string[];
  avoid: string[];
  actions: { label: string; path: string }[];
  phases: Phase[];
}

export interface Phase {
  name: string;
  /** ≤ 16 字, under the phase line. */
  hint: string;
  start: string;
  end: string;
}

export interface Campaign extends CampaignCard {
  basis: string;
  docNo: string | null;
  confirmedOn: string | null;
  units: string[];
  /** Stories by phase: live ones with a card, planned ones with title and day only. */
  items: { phase: number; day: string; time: string; story: StoryCard | null; title: string; label: string }[];
}

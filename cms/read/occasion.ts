/** An occasion in one year. `state` is proposed until a person has confirmed an annual notice. */
export interface OccasionDay {
  slug: string;
  name: string;
  /** “第49个质量月”: already with its ordinal. */
  title: string;
  ordinal: number | null;
  /** First year in which it was held; null when the sources do not say. */
  since: number | null;
  /** `YYYY-MM-DD`, both inclusive. */
  start: string;
  end: string;
  /** The occasion's own day within the span: 正月初一 within the holiday; the first day of most others. */
  day: string;
  kind: 'day' | 'span' | 'quiet';
  state: 'proposed' | 'confirmed';
  /** Why that date: rule in words, organiser, source, edition, confidence 0–1. */
  ruleText: string;
  organiser: string;
  source: string;
  confidence: number;
  docNo: string | null;
  /** Path of its campaign page, when the city runs one. */
  campaignPath: string | null;
}

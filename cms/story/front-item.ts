/** Where a story stands on the front page; the word is what is kept, so that whoever compares reads it. */
export const frontPlaces = ['头条', '置顶'] as const;

/** What becomes of it on a 静默日. */
export const onQuietDays = ['静默日不显示', '静默日照常'] as const;

/** One story of the front page as two people agreed to it, by its public number. */
export interface FrontItem {
  place: string;
  serial: number;
  /** `2027-03-15 09:00` by China's clock; absent: until the arrangement is changed. */
  until?: string | null;
  quiet?: string | null;
}

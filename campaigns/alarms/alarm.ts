/** urgent: pushes are standing still or a deadline has passed; ordinary: somebody must act within days. */
export type Urgency = 'urgent' | 'ordinary';

/** Something that is wrong now. It ends when the cause is gone, never by being clicked away. */
export interface Alarm {
  /** Stays the same while the trouble lasts; one per rule, so that a storm is one message. */
  id: string;
  urgency: Urgency;
  /** A few Chinese words for a subject line. */
  title: string;
  /** One Chinese sentence: what is wrong. */
  what: string;
  /** One Chinese sentence: what to do, or not to do. */
  advice: string;
  /** How much of it; more than was last told is news. */
  measure: number;
}

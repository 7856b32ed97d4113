import { momentOf } from './words.ts';

/** “定时 3月15日 09:00 上线，3月22日 09:00 下线”; null when there is nothing to say: it is seen, and for ever. */
export function showingSentence(from: Date | null, until: Date | null, now: Date): string | null {
  const parts = [
    ...(from && from > now ? [`${momentOf(from, now)} 上线`] : []),
    ...(until && until > now ? [`${momentOf(until, now)} 下线`] : []),
  ];
  return parts.length > 0 ? `定时 ${parts.join('，')}` : null;
}

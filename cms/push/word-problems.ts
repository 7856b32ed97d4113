import { blameIn } from '../checking/save/refuse-blame.ts';
import { saidNumber } from '../checking/save/said-number.ts';
import type { TypedText } from '../checking/save/typed-texts.ts';
import { checkTexts } from '../checks/check-texts.ts';
import type { OwnWords } from '../daily/doors.ts';
import type { ChannelChoice } from './judge-order.ts';

/** Why own words may not go out: what the checks block in any public text, and what is too long or has no place. */
export function wordProblems(words: readonly OwnWords[], choices: readonly ChannelChoice[]): string[] {
  const nameOf = (id: string) => choices.find((choice) => choice.id === id)?.name ?? id;
  const texts = words.map(({ channel, text }): TypedText => {
    const field = `${nameOf(channel)}上自己写的话`;
    return { path: channel, field, text, at: () => field };
  });
  const room = words.flatMap(({ channel, text }) => {
    const lead = choices.find(({ id }) => id === channel)?.lead;
    if (!lead) return [`${nameOf(channel)}没有地方放自己写的话，请删去。`];
    const length = [...text].length;
    return length > lead.limit
      ? [`${nameOf(channel)}的${lead.label}最多${lead.limit}字，现在${length}字，请缩短。`]
      : [];
  });
  const number = saidNumber(Object.fromEntries(texts.map(({ field, text }) => [field, text])));
  const blamed = blameIn(texts, {}).map(
    ({ label, what }) => `${label}${what}：这里不能指名批评，请改成谁也认不出来的写法。`,
  );
  const told = [...(number ? [number] : []), ...blamed];
  const blocked = checkTexts(texts).filter(({ level }) => level === 'block');
  return [
    ...room,
    ...told,
    // Told above in a sentence of their own where there is one.
    ...(told.length > 0 ? [] : blocked.map(({ at, mend, text }) => `${at}有“${text}”：${mend}`)),
  ];
}

import type { OwnWords } from '../../daily/doors.ts';
import type { ChannelChoice } from '../../push/judge-order.ts';

interface Props {
  /** The channels that are chosen. */
  choices: readonly ChannelChoice[];
  words: readonly OwnWords[];
  /** What stands there otherwise. */
  summary: string;
  isFixed: boolean;
  onWrite(words: OwnWords[]): void;
}

/** Own words for channels that have a place for them; left empty, the story's summary stands there. */
export function WordFields({ choices, isFixed, onWrite, summary, words }: Props) {
  const open = choices.filter(({ lead }) => lead !== null);
  if (open.length === 0) return null;
  const textOf = (id: string) => words.find(({ channel }) => channel === id)?.text ?? '';
  const write = (id: string, text: string) =>
    onWrite([...words.filter(({ channel }) => channel !== id), ...(text === '' ? [] : [{ channel: id, text }])]);
  return (
    <fieldset className="cx-push__part">
      <legend>自己写一句（可不写）</legend>
      <p className="cx-quiet">不写就用稿件的摘要：{summary || '（没有摘要）'}</p>
      {open.map(({ id, lead, name }) => (
        <label key={id}>
          {name}的{lead?.label}（{[...textOf(id)].length}/{lead?.limit}）
          <textarea
            disabled={isFixed}
            maxLength={lead?.limit}
            onChange={(event) => write(id, event.target.value)}
            rows={2}
            value={textOf(id)}
          />
        </label>
      ))}
    </fieldset>
  );
}

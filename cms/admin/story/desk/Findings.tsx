import { JudgeFinding } from './JudgeFinding.tsx';
import { Settled } from './Settled.tsx';
import type { Place } from '../../../preview/place.ts';
import type { PlacedFinding } from './use-looked-at.ts';

/** What stands in the way and what should be looked at, each with its place, how to mend it and the way there. */
export function Findings({
  findings,
  onJudged,
  onJump,
  storyId,
}: {
  findings: PlacedFinding[];
  onJudged(): void;
  onJump(place: Place): void;
  storyId: string | null;
}) {
  const open = findings.filter(({ judged }) => judged === null);
  const groups = [
    { name: '阻止', hint: '不改不能送审、签发', list: open.filter(({ level }) => level === 'block') },
    { name: '提醒', hint: '请看一眼', list: open.filter(({ level }) => level === 'warn') },
  ].filter(({ list }) => list.length > 0);
  const settled = findings.filter(({ judged }) => judged !== null);
  return (
    <>
      {groups.length === 0 && <p className="cx-quiet">{settled.length > 0 ? '没有别的问题。' : '没有发现问题。'}</p>}
      {groups.map(({ hint, list, name }) => (
        <div className="cx-desk__group" key={name}>
          <h4 className={name === '阻止' ? 'cx-red' : 'cx-amber'}>
            {name === '阻止' ? '■' : '△'} {name} {list.length}条<small>{hint}</small>
          </h4>
          <ul>
            {list.map(({ at, final, mark, mend, place, rule, text }, i) => (
              <li key={`${mark}${rule}${at}${i}`}>
                <span>
                  <b>{at}</b>
                  {text && `　${text}`}
                </span>
                <span>{mend}</span>
                {place && (
                  <button className="cx-desk__jump" onClick={() => onJump(place)} type="button">
                    跳到那里<span className="cx-hidden">：{at}</span>
                  </button>
                )}
                {storyId && !final && !rule.startsWith('channel/') && (
                  <JudgeFinding mark={mark} onJudged={onJudged} rule={rule} storyId={storyId} />
                )}
              </li>
            ))}
          </ul>
        </div>
      ))}
      {settled.length > 0 && <Settled findings={settled} />}
    </>
  );
}

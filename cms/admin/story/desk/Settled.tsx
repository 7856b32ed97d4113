import type { PlacedFinding } from './use-looked-at.ts';

/** What somebody has said is no problem: who, why, and whether it holds for every story. */
export const Settled = ({ findings }: { findings: PlacedFinding[] }) => (
  <details className="cx-desk__group">
    <summary>{findings.length}条已有人认定不是问题</summary>
    <ul>
      {findings.map(({ at, judged, mark, rule, text }, i) => (
        <li key={`${mark}${rule}${at}${i}`}>
          <span>
            <b>{at}</b>
            {text && `　${text}`}
          </span>
          <span>
            {judged?.by}
            {judged?.scope === 'everywhere' && '（所有稿件）'}：{judged?.reason}
          </span>
        </li>
      ))}
    </ul>
  </details>
);

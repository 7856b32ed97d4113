'use client';
import type { ProgrammeSheet } from '../../programme/sheet.ts';

/** 频次: goal, schedule and what is out, channel by channel. Counts of our own work only. */
export const GoalTable = ({ sheet: { lines, materials, waitingForStory } }: { sheet: ProgrammeSheet }) => (
  <div>
    <h3>频次</h3>
    {lines.length === 0 ? (
      <p className="cx-quiet">还没有目标，也没有排期。</p>
    ) : (
      <table>
        <thead>
          <tr>
            <th scope="col">渠道</th>
            <th scope="col">目标</th>
            <th scope="col">已排</th>
            <th scope="col">已发</th>
            <th scope="col">按时率</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ goal, name, onTime, out, planned }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{goal ?? '—'}</td>
              <td className={goal !== null && planned < goal ? 'cx-amber' : undefined}>
                {planned}
                {goal !== null && planned < goal && `，差${goal - planned}`}
              </td>
              <td>{out}</td>
              <td>{onTime}</td>
            </tr>
          ))}
        </tbody>
      </table>
    )}
    {waitingForStory > 0 && (
      <p className="cx-amber">{waitingForStory}条排期还没有定稿，到时不会发出：请在“排期”里选好稿件。</p>
    )}
    {materials.goal !== null && (
      <p>
        宣传材料目标{materials.goal}件，已发放{materials.count ?? 0}件。
      </p>
    )}
  </div>
);

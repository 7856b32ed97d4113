'use client';
import { useId } from 'react';

/** As a form holds it: minutes by China's clock, `2027-03-15T09:00`; empty: at once, for ever. */
export interface Times {
  timed: boolean;
  showFrom: string;
  showUntil: string;
}

export const atOnce: Times = { timed: false, showFrom: '', showUntil: '' };

/** Chosen and not filled in: nothing can be sent yet. */
export const isHalf = ({ showFrom, timed }: Times): boolean => timed && showFrom === '';

/** What is sent of it: empty says at once, for ever; nothing at all would leave it as it was. */
export const timesBody = ({ showFrom, showUntil, timed }: Times): { showFrom: string; showUntil: string } => ({
  showFrom: timed ? showFrom : '',
  showUntil,
});

/** 上线时间: at once, or at a minute; and until when, where that is wanted. */
export function ShowingFields({ onChange, times }: { times: Times; onChange: (times: Times) => void }) {
  const name = useId();
  return (
    <fieldset className="cx-review__times">
      <legend>上线时间</legend>
      <label>
        <input checked={!times.timed} name={name} onChange={() => onChange({ ...times, timed: false })} type="radio" />
        立即上线：签发后几秒内公开
      </label>
      <label>
        <input checked={times.timed} name={name} onChange={() => onChange({ ...times, timed: true })} type="radio" />
        定时上线：到那一分钟才公开，在那之前网站和各渠道都不出现
      </label>
      {times.timed && (
        <label>
          几时上线（北京时间）
          <input
            onChange={(event) => onChange({ ...times, showFrom: event.target.value })}
            type="datetime-local"
            value={times.showFrom}
          />
        </label>
      )}
      <label>
        定时下线（北京时间，不填就一直在线）
        <input
          onChange={(event) => onChange({ ...times, showUntil: event.target.value })}
          type="datetime-local"
          value={times.showUntil}
        />
      </label>
    </fieldset>
  );
}

import { addDays, monthDay, weekday } from '../../../campaigns/calendar/civil-day.ts';

interface Props {
  day: string;
  time: string;
  /** Today by China's clock. */
  today: string;
  next: { day: string; time: string } | null;
  isFixed: boolean;
  onChoose(when: { day?: string; time?: string }): void;
}

/** Days and quarters that are offered while one types; any other may be typed. */
const offered = { days: 21, from: 8, to: 20 };
const quarters = Array.from({ length: (offered.to - offered.from) * 4 + 1 }, (_, i) => {
  const hour = String(offered.from + Math.floor(i / 4)).padStart(2, '0');
  return `${hour}:${String((i % 4) * 15).padStart(2, '0')}`;
});

/** Which day and minute, by China's clock in twenty-four hours; or the next good slot with one press. */
export const WhenFields = ({ day, isFixed, next, onChoose, time, today }: Props) => (
  <fieldset className="cx-push__part">
    <legend>哪天几点（北京时间）</legend>
    <p className="cx-push__when">
      <label>
        日期
        <input
          disabled={isFixed}
          inputMode="numeric"
          list="cx-push-days"
          maxLength={10}
          onChange={(event) => onChoose({ day: event.target.value.trim() })}
          placeholder="2026-06-14"
          value={day}
        />
      </label>
      <label>
        时刻
        <input
          disabled={isFixed}
          inputMode="numeric"
          list="cx-push-times"
          maxLength={5}
          onChange={(event) => onChoose({ time: event.target.value.trim() })}
          placeholder="09:00"
          value={time}
        />
      </label>
    </p>
    <datalist id="cx-push-days">
      {Array.from({ length: offered.days }, (_, i) => addDays(today, i)).map((one) => (
        <option key={one} value={one}>
          {monthDay(one)} {weekday(one)}
        </option>
      ))}
    </datalist>
    <datalist id="cx-push-times">
      {quarters.map((one) => (
        <option key={one} value={one} />
      ))}
    </datalist>
    {next && !isFixed && (next.day !== day || next.time !== time) && (
      <button className="cx-button" onClick={() => onChoose(next)} type="button">
        用下一个合适时段：{monthDay(next.day)} {weekday(next.day)} {next.time}
      </button>
    )}
    {next && next.day === day && next.time === time && (
      <p className="cx-quiet">这是下一个合适时段：上班时间，避开静默日、排满的时候和别的推送。</p>
    )}
    {!next && <p className="cx-quiet">两个月内没有合适的时段，请自己选时间。</p>}
  </fieldset>
);

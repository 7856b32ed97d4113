import type { QuotaRule } from '../../../campaigns/planner/quota.ts';
import type { Room } from '../../../campaigns/planner/room.ts';
import type { ChannelChoice } from '../../push/judge-order.ts';

interface Props {
  choices: readonly ChannelChoice[];
  chosen: readonly string[];
  isFixed: boolean;
  onChoose(channels: string[]): void;
}

const periods: Record<QuotaRule['per'], string> = { hour: '这一小时', day: '当天', month: '当月' };
const roomWords = (room: readonly Room[]): string =>
  room.map(({ left, limit, per }) => `${periods[per]}还能发${left}条（限${limit}条）`).join('，');

/** Which channels, with what each still takes; one that cannot carry the story says why. */
export const ChannelBoxes = ({ choices, chosen, isFixed, onChoose }: Props) => (
  <fieldset className="cx-push__part">
    <legend>发到哪里</legend>
    <ul>
      {choices.map(({ id, name, notes, room, why }) => {
        const isOn = chosen.includes(id);
        return (
          <li key={id}>
            <label className={why && !isOn ? 'cx-quiet' : undefined}>
              <input
                aria-describedby={`cx-push-${id}`}
                checked={isOn}
                // What is chosen and cannot go out must be possible to take back.
                disabled={isFixed || (why !== null && !isOn)}
                onChange={() => onChoose(isOn ? chosen.filter((one) => one !== id) : [...chosen, id])}
                type="checkbox"
              />
              {name}
            </label>
            <span className={why ? 'cx-red' : 'cx-quiet'} id={`cx-push-${id}`}>
              {why ?? [roomWords(room), ...(isOn ? notes : [])].filter(Boolean).join('。')}
            </span>
          </li>
        );
      })}
    </ul>
  </fieldset>
);

import { wallTime } from '../../../campaigns/calendar/civil-day.ts';
import type { LedgerRow } from '../../ledger/ledger.ts';
import { clock } from '../../words/words.ts';
import { LookNow } from './LookNow.tsx';

/** Each attempt as a sentence, and what a person can do now (which is mostly: wait, and not send again). */
export const UnknownTrail = ({
  mayEnter,
  row: { channelName, id, nextAt, title, trail },
}: {
  mayEnter: boolean;
  row: LedgerRow;
}) => (
  <tr className="cx-ledger__open">
    <td colSpan={6}>
      <div>
        <ol>
          {trail.map(({ note, number, startedAt }) => (
            <li key={number}>
              <span>{number}</span>
              <time dateTime={startedAt.toISOString()}>{clock(startedAt)}</time>
              <span>{note}</span>
            </li>
          ))}
        </ol>
        <aside>
          <h3>现在可以做什么</h3>
          <p>
            {nextAt ? `等下一次核对（${wallTime(nextAt)}）。` : '系统不再自动核对，请登录平台账号查看。'}
            请不要在平台上重发，免得读者收到两遍；在平台上看到了这一篇，就用“登记”填上链接。
          </p>
          {mayEnter && nextAt && <LookNow deliveryId={id} what={`${channelName}《${title}》`} />}
        </aside>
      </div>
    </td>
  </tr>
);

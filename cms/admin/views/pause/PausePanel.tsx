'use client';
import { useRouter } from 'next/navigation.js';
import { useState, useTransition } from 'react';
import { Dialog } from '../../parts/Dialog.tsx';
import { Said } from '../../parts/Said.tsx';
import { useRequest, type Said as Answer } from '../../parts/use-request.ts';

interface PausedChannel {
  channel: string;
  name: string;
  /** “示例终审 11月21日 10:02”. */
  since: string;
  reason: string;
}

interface Props {
  /** Channels that may be paused now. */
  running: { id: string; name: string }[];
  paused: PausedChannel[];
  /** False: this person looks only. */
  allowed: boolean;
  /** Other buttons of the same row. */
  children?: React.ReactNode;
}

const lost = '没有收到服务器的回答：请刷新台账，看看渠道现在怎样。';

/** 暂停一个渠道, and what is paused now, by whom and why, each with 恢复. */
export function PausePanel({ allowed, children, paused, running }: Props) {
  const router = useRouter();
  const { busy, forget, said, send } = useRequest(lost);
  const [asking, setAsking] = useState(false);
  const [, startReading] = useTransition();
  const refresh = () => startReading(() => router.refresh());
  const resume = async (channel: string) => {
    await send('/api/channel-pauses/resume', { channel });
    refresh();
  };
  const pause = async (channel: string, reason: string): Promise<Answer> => {
    const answer = await send('/api/channel-pauses/pause', { channel, reason });
    if (answer.ok) {
      setAsking(false);
      refresh();
    }
    return answer;
  };
  return (
    <div className="cx-pauses">
      <p className="cx-buttons">
        {allowed && running.length > 0 && (
          <button
            className="cx-button"
            onClick={() => {
              forget();
              setAsking(true);
            }}
            type="button"
          >
            暂停一个渠道
          </button>
        )}
        {children}
      </p>
      {paused.length > 0 && (
        <ul aria-label="暂停中的渠道" className="cx-pauses__list">
          {paused.map(({ channel, name, reason, since }) => (
            <li key={channel}>
              <span>
                <strong className="cx-amber">{name}已暂停</strong>　{since}：{reason}
              </span>
              {allowed && (
                <button
                  aria-label={`恢复${name}`}
                  className="cx-button"
                  disabled={busy}
                  onClick={() => void resume(channel)}
                  type="button"
                >
                  恢复
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      {!asking && <Said said={said} />}
      {asking && (
        <PauseDialog
          busy={busy}
          onClose={() => {
            forget();
            setAsking(false);
          }}
          pause={pause}
          running={running}
          said={said?.ok === false ? said : null}
        />
      )}
    </div>
  );
}

function PauseDialog({
  busy,
  onClose,
  pause,
  running,
  said,
}: {
  busy: boolean;
  onClose: () => void;
  pause: (channel: string, reason: string) => Promise<Answer>;
  running: Props['running'];
  said: Answer | null;
}) {
  const [channel, setChannel] = useState(running[0]?.id ?? '');
  const [reason, setReason] = useState('');
  return (
    <Dialog onClose={onClose} title="暂停一个渠道">
      <p className="cx-quiet">还没开始发的都会等着；已经提交的照常核对，撤回照常进行。</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void pause(channel, reason);
        }}
      >
        <label>
          渠道
          <select onChange={(event) => setChannel(event.target.value)} value={channel}>
            {running.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label>
          原因
          <input maxLength={100} onChange={(event) => setReason(event.target.value)} required value={reason} />
        </label>
        <Said said={said} />
        <p className="cx-buttons">
          <button className="cx-button cx-button--main" disabled={busy} type="submit">
            暂停
          </button>
          <button className="cx-button" onClick={onClose} type="button">
            取消
          </button>
        </p>
      </form>
    </Dialog>
  );
}

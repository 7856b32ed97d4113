'use client';
import { useId, useState } from 'react';
import { Dialog } from '../../parts/Dialog.tsx';
import { Said } from '../../parts/Said.tsx';
import { useRequest, type Said as Answer } from '../../parts/use-request.ts';
import type { MovablePost } from './movable-post.ts';

interface Props {
  post: MovablePost;
  /** The day proposed by where it was dropped. */
  day: string;
  onClose: () => void;
  onMoved: (said: Answer) => void;
}

/** 移动…: date, time and, always, a reason. What is refused stays as it was typed. */
export function MoveDialog({ day: proposed, onClose, onMoved, post }: Props) {
  const { busy, said, send } = useRequest('没有收到服务器的回答：请刷新日历，看看有没有移动。');
  const [day, setDay] = useState(proposed);
  const [time, setTime] = useState(post.time);
  const [reason, setReason] = useState('');
  const hint = useId();
  const submit = async (event: React.SyntheticEvent) => {
    event.preventDefault();
    const answer = await send(`/api/posts/${post.id}/move`, {
      day: day.trim(),
      time: time.trim(),
      reason,
      seen: post.seen,
    });
    if (answer.ok) onMoved(answer);
  };
  return (
    <Dialog onClose={onClose} title={`移动《${post.title}》`}>
      <p className="cx-quiet">
        {post.campaign}，现在排在 {post.day} {post.time}
      </p>
      <form onSubmit={(event) => void submit(event)}>
        <div className="cx-dialog__row">
          <label>
            日期
            <input
              aria-describedby={hint}
              inputMode="numeric"
              maxLength={10}
              onChange={(event) => setDay(event.target.value)}
              placeholder="2026-06-14"
              required
              value={day}
            />
          </label>
          <label>
            时刻
            <input
              aria-describedby={hint}
              inputMode="numeric"
              maxLength={5}
              onChange={(event) => setTime(event.target.value)}
              placeholder="09:00"
              required
              value={time}
            />
          </label>
        </div>
        <p className="cx-quiet" id={hint}>
          日期写成 2026-06-14，时刻写成 09:00，都是北京时间。
        </p>
        <label>
          原因
          <input
            data-first={proposed === post.day ? undefined : true}
            maxLength={100}
            onChange={(event) => setReason(event.target.value)}
            required
            value={reason}
          />
        </label>
        <Said said={said?.ok === false ? said : null} />
        <p className="cx-buttons">
          <button className="cx-button cx-button--main" disabled={busy} type="submit">
            移动
          </button>
          <button className="cx-button" onClick={onClose} type="button">
            取消
          </button>
        </p>
      </form>
      {post.moves.length > 0 && (
        <>
          <h3>改期记录</h3>
          <ul className="cx-dialog__moves">
            {post.moves.map((move) => (
              <li key={move}>{move}</li>
            ))}
          </ul>
        </>
      )}
    </Dialog>
  );
}

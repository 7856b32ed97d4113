'use client';
import { Said } from '../parts/Said.tsx';
import { useRequest } from '../parts/use-request.ts';
import './checking.css';

/** 现在再查一次: for whoever has just mended something and does not want to wait for the night. */
export const LookAgain = () => {
  const { busy, said, send } = useRequest('没有连上服务器：请检查网络后再试。');
  const again = async () => {
    if ((await send('/api/check-runs/again', {})).ok) window.location.reload();
  };
  return (
    <div className="cx-words">
      <p>
        <button className="cx-button" disabled={busy} onClick={() => void again()} type="button">
          {busy ? '正在查…' : '现在再查一次'}
        </button>
      </p>
      <Said said={said} />
    </div>
  );
};

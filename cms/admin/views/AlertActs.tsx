'use client';
import { Said } from '../parts/Said.tsx';
import { useRequest } from '../parts/use-request.ts';
import type { AlertAct } from '../queries/alerts.ts';

/** What a person can answer to an alert at once, one click each. */
export const AlertActs = ({ acts }: { acts: readonly AlertAct[] }) => {
  const { busy, said, send } = useRequest('没有收到服务器的回答，不知道记下没有：请检查网络后再按一次。');
  const press = async ({ body, path }: AlertAct) => {
    if ((await send(path, body)).ok) window.location.reload();
  };
  return (
    <>
      <p className="cx-buttons">
        {acts.map((act) => (
          <button className="cx-button" disabled={busy} key={act.label} onClick={() => void press(act)} type="button">
            {act.label}
          </button>
        ))}
      </p>
      <Said said={said} />
    </>
  );
};

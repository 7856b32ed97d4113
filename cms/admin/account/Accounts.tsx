'use client';
import { useRouter } from 'next/navigation.js';
import { useState } from 'react';
import type { AdminAct } from '../../accounts/by-admin.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { Said } from '../parts/Said.tsx';
import { useRequest } from '../parts/use-request.ts';
import type { AccountLine } from './load-account.ts';

const acts: Record<AdminAct, { label: string; warning: string }> = {
  reset: {
    label: '重设密码',
    warning: '现在的密码马上作废，所有登录都会退出。您会看到一个一次性密码，请当面交给本人。',
  },
  unlock: {
    label: '不用再等',
    warning: '本人可以在陌生的浏览器上马上再试，试密码的人也可以。请先弄清是不是本人输错的。',
  },
  'end-sessions': { label: '强制退出', warning: '此人所有的登录马上退出，没有保存的内容可能会丢。' },
  'remove-second-factor': { label: '关闭两步验证', warning: '手机丢了或换了才这样做：请当面核对是本人。' },
};

/** What asks for the administrator's own password: it lets somebody in with less than before. */
const opening: readonly AdminAct[] = ['reset', 'remove-second-factor'];

/** 全部账号: who is in, who cannot get in, and what an administrator does about it. */
export function Accounts({ accounts, me }: { accounts: AccountLine[]; me: string }) {
  const router = useRouter();
  const { busy, forget, said, send } = useRequest('没有收到服务器的回答：请刷新这一页再看。');
  const [asking, setAsking] = useState<{ act: AdminAct; who: AccountLine } | null>(null);
  const [given, setGiven] = useState<{ name: string; password: string } | null>(null);
  const [current, setCurrent] = useState('');
  const perform = async ({ act, who }: NonNullable<typeof asking>) => {
    const answer = (await send(
      `/api/users/${who.id}/account/${act}`,
      opening.includes(act) ? { current } : {},
    )) as Awaited<ReturnType<typeof send>> & { password?: string };
    setCurrent('');
    if (!answer.ok && opening.includes(act)) return;
    setGiven(answer.password ? { name: who.name, password: answer.password } : null);
    setAsking(null);
    router.refresh();
  };
  // The next question begins empty: no password of before, no refusal of somebody else's.
  const ask = (next: typeof asking) => {
    forget();
    setCurrent('');
    setAsking(next);
  };
  const offered = ({ factor, sessions, slowed }: AccountLine): AdminAct[] => [
    'reset',
    ...(slowed ? ['unlock' as const] : []),
    ...(sessions > 0 ? ['end-sessions' as const] : []),
    ...(factor ? ['remove-second-factor' as const] : []),
  ];
  return (
    <div className="cx-wide">
      <Said said={said} />
      {given && (
        <p className="cx-said" role="status">
          {given.name}的一次性密码：
          <strong>
            <code id="cx-given">{given.password}</code>
          </strong>
        </p>
      )}
      <table className="cx-rows">
        <thead>
          <tr>
            <th scope="col">姓名</th>
            <th scope="col">职责</th>
            <th scope="col">两步验证</th>
            <th scope="col">登录</th>
            <th scope="col">
              <span className="cx-hidden">操作</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {accounts.map((who) => (
            <tr key={who.id}>
              <th scope="row">
                {who.name}
                <small>{who.email}</small>
              </th>
              <td>{who.roles}</td>
              <td>{who.factor ? '已开启' : '没有'}</td>
              <td>
                {who.sessions > 0 ? `${who.sessions}处` : '没有'}
                {who.remarks.map((remark) => (
                  <small className="cx-amber" key={remark}>
                    {remark}
                  </small>
                ))}
              </td>
              <td>
                {who.id !== me && (
                  <p className="cx-buttons">
                    {offered(who).map((act) => (
                      <button
                        aria-label={`${acts[act].label}：${who.name}`}
                        className="cx-button"
                        key={act}
                        onClick={() => ask({ act, who })}
                        type="button"
                      >
                        {acts[act].label}
                      </button>
                    ))}
                  </p>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {asking && (
        <Dialog onClose={() => ask(null)} title={`${acts[asking.act].label}：${asking.who.name}`}>
          <p>{acts[asking.act].warning}</p>
          {opening.includes(asking.act) && (
            <div className="cx-account">
              <label>
                您自己现在的密码
                <input
                  autoComplete="current-password"
                  id="cx-own-password"
                  onChange={(event) => setCurrent(event.target.value)}
                  type="password"
                  value={current}
                />
              </label>
              {said && !said.ok && (
                <p className="cx-red" role="alert">
                  {said.message}
                </p>
              )}
            </div>
          )}
          <p className="cx-buttons" style={{ marginTop: 16 }}>
            <button
              className="cx-button cx-button--main"
              disabled={busy || (opening.includes(asking.act) && current === '')}
              onClick={() => void perform(asking)}
              type="button"
            >
              {acts[asking.act].label}
            </button>
            <button className="cx-button" data-first onClick={() => ask(null)} type="button">
              取消
            </button>
          </p>
        </Dialog>
      )}
    </div>
  );
}

'use client';
import { useRouter } from 'next/navigation.js';
import { Said } from '../parts/Said.tsx';
import { useRequest } from '../parts/use-request.ts';
import type { SessionLine } from './load-account.ts';

const path = '/api/users/account/sessions/end';

/** 我的登录: where one is signed in, and the ways out. */
export function OwnSessions({ sessions }: { sessions: SessionLine[] }) {
  const router = useRouter();
  const { busy, said, send } = useRequest('没有收到服务器的回答：请刷新这一页，看看退出了没有。');
  const end = async (body: object, leaves: boolean) => {
    const { ok } = await send(path, body);
    if (ok && leaves) window.location.assign('/admin/login');
    else router.refresh();
  };
  return (
    <section>
      <div className="cx-section">
        <h2>我的登录</h2>
        <p>一小时不用会自动退出，最长一天。</p>
      </div>
      <div className="cx-wide">
        <table className="cx-rows">
          <thead>
            <tr>
              <th scope="col">设备</th>
              <th scope="col">IP 地址</th>
              <th scope="col">登录时间</th>
              <th scope="col">最近使用</th>
              <th scope="col">
                <span className="cx-hidden">操作</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {sessions.map(({ address, device, here, id, seen, started }) => (
              <tr key={id}>
                <th scope="row">
                  {device}
                  {here && <small>就是这台</small>}
                </th>
                <td>{address || '本机'}</td>
                <td>{started}</td>
                <td>{seen}</td>
                <td>
                  <button className="cx-button" disabled={busy} onClick={() => void end({ id }, here)} type="button">
                    {here ? '退出这台' : '让它退出'}
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="cx-buttons" style={{ marginTop: 12 }}>
        {sessions.length > 1 && (
          <button
            className="cx-button"
            disabled={busy}
            onClick={() => void end({ which: 'others' }, false)}
            type="button"
          >
            退出别处
          </button>
        )}
        <button className="cx-button" disabled={busy} onClick={() => void end({ which: 'all' }, true)} type="button">
          退出全部
        </button>
      </p>
      <Said said={said} />
    </section>
  );
}

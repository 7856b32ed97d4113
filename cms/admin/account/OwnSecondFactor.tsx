'use client';
import { useRouter } from 'next/navigation.js';
import { useState } from 'react';
import { Said } from '../parts/Said.tsx';
import { useRequest } from '../parts/use-request.ts';
import type { OwnAccount } from './load-account.ts';
import { RecoveryCodes } from './RecoveryCodes.tsx';
import { ScanCode } from './ScanCode.tsx';
import type { Enrolment } from './use-sign-in.ts';

const base = '/api/users/account/second-factor';

/** 两步验证: on, off, and new recovery codes; every step asks for the password again, and what makes it weaker for a code too. */
export function OwnSecondFactor({ demanded, factor }: Pick<OwnAccount, 'demanded' | 'factor'>) {
  const router = useRouter();
  const { busy, said, send } = useRequest('没有收到服务器的回答：请刷新这一页再看。');
  const [current, setCurrent] = useState('');
  const [code, setCode] = useState('');
  const [enrolment, setEnrolment] = useState<Enrolment | null>(null);
  const [codes, setCodes] = useState<string[] | null>(null);
  const ask = async (path: string, body: object) => {
    const answer = (await send(`${base}/${path}`, body)) as Awaited<ReturnType<typeof send>> &
      Partial<Enrolment> & { codes?: string[] };
    if (!answer.ok) return;
    setCurrent('');
    setCode('');
    const { qr, secret, uri } = answer;
    setEnrolment(path === 'begin' && qr && secret && uri ? { qr, secret, uri } : null);
    setCodes(answer.codes ?? null);
    router.refresh();
  };
  const button = (path: string, label: string, main = false) => (
    <button
      className={main ? 'cx-button cx-button--main' : 'cx-button'}
      disabled={busy || current === '' || (factor !== null && code === '')}
      onClick={() => void ask(path, factor ? { current, code } : { current })}
      type="button"
    >
      {label}
    </button>
  );
  return (
    <section>
      <div className="cx-section">
        <h2>两步验证</h2>
        <p>
          {factor
            ? `${factor.since}开启，恢复码还剩${factor.recoveryLeft}个`
            : demanded
              ? '您的职责要求开启'
              : '没有开启'}
        </p>
      </div>
      {codes && <RecoveryCodes codes={codes} />}
      {enrolment ? (
        <form
          className="cx-account"
          onSubmit={(event) => {
            event.preventDefault();
            void ask('confirm', { code });
          }}
        >
          <ScanCode enrolment={enrolment} />
          <label>
            验证码
            <input
              autoComplete="one-time-code"
              className="cx-code"
              id="cx-code"
              inputMode="numeric"
              maxLength={7}
              onChange={(event) => setCode(event.target.value)}
              required
              value={code}
            />
          </label>
          <p>
            <button className="cx-button cx-button--main" disabled={busy} type="submit">
              开启
            </button>
          </p>
        </form>
      ) : (
        <div className="cx-account">
          <p>
            {factor
              ? '登录时除了密码，还要填手机验证器上的六位数字。'
              : '开启后，光有密码登录不了，还要手机验证器上的六位数字。'}
          </p>
          <label>
            现在的密码
            <input
              autoComplete="current-password"
              id="cx-factor-password"
              onChange={(event) => setCurrent(event.target.value)}
              type="password"
              value={current}
            />
          </label>
          {factor && (
            <label>
              手机验证码，或一个恢复码
              <input
                autoComplete="one-time-code"
                className="cx-code"
                id="cx-factor-code"
                maxLength={12}
                onChange={(event) => setCode(event.target.value)}
                value={code}
              />
            </label>
          )}
          <p className="cx-buttons">
            {!factor && button('begin', '开启两步验证', true)}
            {factor && button('recovery', '换一组恢复码')}
            {factor && !demanded && button('remove', '关闭两步验证')}
          </p>
        </div>
      )}
      <Said said={said} />
    </section>
  );
}

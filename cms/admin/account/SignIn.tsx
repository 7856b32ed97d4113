'use client';
import { useState } from 'react';
import { RecoveryCodes } from './RecoveryCodes.tsx';
import { ScanCode } from './ScanCode.tsx';
import { useSignIn } from './use-sign-in.ts';

const titles = { start: '登录', password: '换成您自己的密码', code: '手机验证码', enrol: '开启两步验证', done: '收好恢复码' } as const;

/** The log-in's questions, one after another on one page. */
export function SignIn({ next }: { next: string }) {
  const { busy, enter, said, send, stage } = useSignIn(next);
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [own, setOwn] = useState('');
  const [again, setAgain] = useState('');
  const [code, setCode] = useState('');
  const { step } = stage;
  const differ = step === 'password' && again !== '' && own !== again;
  if (stage.step === 'done') {
    return (
      <div className="cx-sign">
        <h1>{titles.done}</h1>
        <RecoveryCodes codes={stage.recovery} />
        <button className="cx-button cx-button--main" onClick={enter} type="button">收好了，进入后台</button>
      </div>
    );
  }
  const submit = () => {
    if (step === 'password' && own !== again) return;
    void send({ email, password, ...(own ? { newPassword: own } : {}), ...(step === 'code' || step === 'enrol' ? { code } : {}) });
    setCode('');
  };
  return (
    <form className="cx-sign" noValidate={false} onSubmit={(event) => { event.preventDefault(); submit(); }}>
      <h1>{titles[step]}</h1>
      {said && <p className={said.asked ? undefined : 'cx-said cx-red'} role={said.asked ? 'status' : 'alert'}>{said.message}</p>}
      {step === 'start' && (
        <>
          <label>电子邮件<input autoComplete="username" autoFocus id="field-email" name="email" onChange={(e) => setEmail(e.target.value)} required type="email" value={email} /></label>
          <label>密码<input autoComplete="current-password" id="field-password" name="password" onChange={(e) => setPassword(e.target.value)} required type="password" value={password} /></label>
        </>
      )}
      {step === 'password' && (
        <>
          <label>新密码（至少十个字符）<input autoComplete="new-password" autoFocus id="field-new" onChange={(e) => setOwn(e.target.value)} required type="password" value={own} /></label>
          <label>再填一遍<input aria-describedby={differ ? 'cx-differ' : undefined} aria-invalid={differ} autoComplete="new-password" id="field-again" onChange={(e) => setAgain(e.target.value)} required type="password" value={again} /></label>
          {differ && <p className="cx-red" id="cx-differ">两遍填的不一样。</p>}
        </>
      )}
      {stage.step === 'enrol' && <ScanCode enrolment={stage.enrolment} />}
      {(step === 'code' || step === 'enrol') && (
        <label>验证码<input autoComplete="one-time-code" autoFocus className="cx-code" id="field-code" inputMode={step === 'enrol' ? 'numeric' : 'text'} maxLength={12} onChange={(e) => setCode(e.target.value)} required value={code} /></label>
      )}
      {step === 'code' && <p className="cx-quiet">手机不在身边，可以填一个恢复码。</p>}
      <button className="cx-button cx-button--main" disabled={busy} type="submit">{step === 'start' ? '登录' : '继续'}</button>
    </form>
  );
}

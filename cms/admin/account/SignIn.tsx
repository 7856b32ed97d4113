'use client';
import { useEffect, useRef, useState } from 'react';
import { RecoveryCodes } from './RecoveryCodes.tsx';
import { ScanCode } from './ScanCode.tsx';
import { useSignIn, type Words } from './use-sign-in.ts';

const titles = {
  start: '登录',
  password: '换成您自己的密码',
  code: '手机验证码',
  enrol: '开启两步验证',
  done: '收好恢复码',
} as const;

interface Props {
  /** Whose log-in it most likely is. */
  email?: string;
  /** Once in: this page, or what the open page does then. */
  next?: string;
  onEntered?: () => void;
}

/** The log-in's questions, one after another on one page. */
export function SignIn({ email = '', next = '/admin', onEntered }: Props) {
  const { busy, enter, said, send, stage } = useSignIn(onEntered ?? (() => window.location.assign(next)));
  const words = useRef<Words>({ email, password: '' });
  // Over another form that may have fields of these names.
  const idOf = (name: string) => (onEntered ? undefined : name);
  const [differ, setDiffer] = useState(false);
  // Before the page has woken up the browser itself would send the form, and with it the password, somewhere else.
  const [awake, setAwake] = useState(false);
  useEffect(() => setAwake(true), []);
  const { step } = stage;
  if (stage.step === 'done') {
    return (
      <div className="cx-sign">
        <h1>{titles.done}</h1>
        <RecoveryCodes codes={stage.recovery} />
        <button className="cx-button cx-button--main" onClick={enter} type="button">
          收好了，进入后台
        </button>
      </div>
    );
  }
  // What stands in the fields, also what the browser or a person wrote before the page had woken up.
  const submit = (form: HTMLFormElement) => {
    const typed: Partial<Words> & { again?: string } = Object.fromEntries(
      [...new FormData(form)].map(([name, value]) => [name, String(value)]),
    );
    const { again, ...given } = typed;
    setDiffer(again !== undefined && again !== given.newPassword);
    if (again !== undefined && again !== given.newPassword) return;
    // Begun anew, maybe by somebody else: what was said before, a new password too, was another's.
    const { code: _used, ...kept } = { ...(step === 'start' ? { email: '', password: '' } : words.current), ...given };
    words.current = kept;
    void send({ ...kept, ...(given.code ? { code: given.code } : {}) });
  };
  return (
    <form
      action="/admin/login"
      className="cx-sign"
      method="post"
      onSubmit={(event) => {
        event.preventDefault();
        submit(event.currentTarget);
      }}
    >
      <h1>{titles[step]}</h1>
      {said && (
        <p className={said.asked ? undefined : 'cx-said cx-red'} role={said.asked ? 'status' : 'alert'}>
          {said.message}
        </p>
      )}
      {step === 'start' && (
        <>
          <label>
            电子邮件
            <input
              autoComplete="username"
              autoFocus
              defaultValue={words.current.email}
              id={idOf('field-email')}
              name="email"
              required
              type="email"
            />
          </label>
          <label>
            密码
            <input
              autoComplete="current-password"
              id={idOf('field-password')}
              name="password"
              required
              type="password"
            />
          </label>
        </>
      )}
      {step === 'password' && (
        <>
          <label>
            新密码（至少十个字符）
            <input
              autoComplete="new-password"
              autoFocus
              id={idOf('field-new')}
              name="newPassword"
              required
              type="password"
            />
          </label>
          <label>
            再填一遍
            <input
              aria-describedby={differ ? 'cx-differ' : undefined}
              aria-invalid={differ}
              autoComplete="new-password"
              id={idOf('field-again')}
              name="again"
              required
              type="password"
            />
          </label>
          {differ && (
            <p className="cx-red" id="cx-differ" role="alert">
              两遍填的不一样。
            </p>
          )}
        </>
      )}
      {stage.step === 'enrol' && <ScanCode enrolment={stage.enrolment} />}
      {(step === 'code' || step === 'enrol') && (
        // A code is good once: after each answer the field begins empty.
        <label>
          验证码
          <input
            autoComplete="one-time-code"
            autoFocus
            className="cx-code"
            id={idOf('field-code')}
            inputMode={step === 'enrol' ? 'numeric' : 'text'}
            key={said?.message}
            maxLength={12}
            name="code"
            required
          />
        </label>
      )}
      {step === 'code' && <p className="cx-quiet">手机不在身边，可以填一个恢复码。</p>}
      <button className="cx-button cx-button--main" disabled={busy || !awake} type="submit">
        {step === 'start' ? '登录' : '继续'}
      </button>
    </form>
  );
}

'use client';
import { useRouter } from 'next/navigation.js';
import { useState } from 'react';
import { Said } from '../parts/Said.tsx';
import { useRequest } from '../parts/use-request.ts';

const empty = { current: '', next: '', again: '' };

/** 改密码: the present one first; other browsers are signed out. */
export function OwnPassword() {
  const router = useRouter();
  const { busy, said, send } = useRequest('没有收到服务器的回答：请先用新密码试着登录。');
  const [words, setWords] = useState(empty);
  const [differ, setDiffer] = useState(false);
  const submit = async () => {
    setDiffer(words.next !== words.again);
    if (words.next !== words.again) return;
    const { ok } = await send('/api/users/account/password', { current: words.current, next: words.next });
    if (!ok) return;
    setWords(empty);
    router.refresh();
  };
  const field = (name: keyof typeof empty, label: string, autoComplete: string) => (
    <label>
      {label}
      <input
        autoComplete={autoComplete}
        id={`cx-${name}`}
        onChange={(event) => setWords({ ...words, [name]: event.target.value })}
        required
        type="password"
        value={words[name]}
      />
    </label>
  );
  return (
    <section>
      <div className="cx-section">
        <h2>改密码</h2>
        <p>改完别处的登录都会退出。</p>
      </div>
      <form
        className="cx-account"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        {field('current', '现在的密码', 'current-password')}
        {field('next', '新密码（至少十个字符，不能有姓名和邮箱）', 'new-password')}
        {field('again', '再填一遍', 'new-password')}
        {differ && (
          <p className="cx-red" role="alert">
            两遍填的不一样。
          </p>
        )}
        <p>
          <button className="cx-button cx-button--main" disabled={busy} type="submit">
            改密码
          </button>
        </p>
      </form>
      {!differ && <Said said={said} />}
    </section>
  );
}

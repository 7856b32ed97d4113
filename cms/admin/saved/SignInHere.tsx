'use client';
import { useAuth } from '@payloadcms/ui';
import { useState } from 'react';
import { createPortal } from 'react-dom';
import { SignIn } from '../account/SignIn.tsx';
import { Dialog } from '../parts/Dialog.tsx';

/** Logs in over the open form, which stays as it is. Only its own person may go on with it. */
export function SignInHere({ onClose, onEntered }: { onClose: () => void; onEntered: () => void }) {
  const { fetchFullUser, user } = useAuth();
  const [owner] = useState(user);
  const [stranger, setStranger] = useState<string | null>(null);
  const entered = async () => {
    const now = (await fetchFullUser()) as { id: string; name?: string } | null;
    if (!now || (owner && now.id !== owner.id)) return setStranger(now?.name ?? '');
    onEntered();
  };
  return createPortal(
    // What is sent here is not the form underneath, which would hear of it too.
    <div className="cx-in" onSubmit={(event) => event.stopPropagation()}>
      <Dialog onClose={onClose} title="就地登录">
        <p className="cx-quiet">登录以后接着保存，这一页写的都在。</p>
        {stranger !== null && (
          <p className="cx-said cx-red" role="alert">
            现在登录的是{stranger || '另一个账号'}，不是写这一页的人：请用原来的账号登录，或者先把写好的复制出来。
          </p>
        )}
        <SignIn email={typeof owner?.email === 'string' ? owner.email : ''} onEntered={() => void entered()} />
        <p>
          <button className="cx-button" onClick={onClose} type="button">
            先不登录
          </button>
        </p>
      </Dialog>
    </div>,
    document.body,
  );
}

'use client';
import { useDocumentInfo, useField } from '@payloadcms/ui';

/** 您现在的密码: asked for beside whatever changes an account; sent with the save, never kept and never shown. */
export function AskAgain({ path }: { path: string }) {
  const { id } = useDocumentInfo();
  const { setValue, value } = useField<string | undefined>({ path });
  // A new account has nobody's password to guard yet.
  if (!id) return null;
  return (
    <div className="field-type text cx-ask-again">
      <label className="field-label" htmlFor="field-currentPassword">
        您现在的密码
      </label>
      <input
        autoComplete="current-password"
        id="field-currentPassword"
        onChange={(event) => setValue(event.target.value)}
        type="password"
        value={value ?? ''}
      />
      <div className="field-description">改姓名、电子邮件、职责或密码时要填；改别人的账号也填您自己的。</div>
    </div>
  );
}

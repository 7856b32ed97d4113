import { redirect } from 'next/navigation.js';
import type { AdminViewServerProps } from 'payload';
import { getSafeRedirect } from 'payload/shared';
import '../admin.css';
import './account.css';
import { Logo } from '../parts/Logo.tsx';
import { LoginHint } from '../parts/LoginHint.tsx';
import { SignIn } from './SignIn.tsx';

/** `/admin/login` in place of the shell's: password, then what is still owed, then in. */
export function LoginView({ initPageResult: { req }, searchParams }: AdminViewServerProps) {
  const next = getSafeRedirect({ fallbackTo: '/admin', redirectTo: searchParams?.redirect ?? '' });
  if (req.user) redirect(next);
  return (
    <>
      <div className="login__brand">
        <Logo payload={req.payload} />
      </div>
      <SignIn next={next} />
      <LoginHint />
    </>
  );
}

import type { AdminViewServerProps } from 'payload';
import '../admin.css';
import { Logo } from '../parts/Logo.tsx';

/** `/admin/forgot`: no mail leaves this system, a person helps. */
export const ForgotView = ({ initPageResult }: AdminViewServerProps) => (
  <>
    <div className="login__brand">
      <Logo payload={initPageResult.req.payload} />
    </div>
    <div className="cx-login-hint">
      <p>忘记密码请找管理员：他会给您一个一次性密码，登录时换成您自己的。</p>
      <p>
        <a href="/admin/login">回到登录</a>
      </p>
    </div>
  </>
);

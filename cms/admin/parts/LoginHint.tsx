/** Below the log-in form: what to do when it does not work. */
export const LoginHint = () => (
  <div className="cx-login-hint">
    <p>账号由管理员开设，一人一号，请不要借用。</p>
    <p>连续输错五次密码，账号会锁定十五分钟；忘记密码请找管理员重设。</p>
  </div>
);

/** Below the log-in form: what to do when it does not work. */
export const LoginHint = () => (
  <div className="cx-login-hint">
    <p>账号由管理员开设，一人一号，请不要借用。</p>
    <p>试错多了，陌生的浏览器要等几分钟；忘记密码、换了手机，请找管理员。</p>
  </div>
);

'use client';

/** Shown once: what opens the account when the phone is gone. */
export const RecoveryCodes = ({ codes }: { codes: string[] }) => (
  <div className="cx-codes">
    <p>
      手机丢了或换了，用恢复码代替验证码登录，每个只能用一次。<strong>只显示这一次</strong>
      ：请抄下或打印，和手机分开放。
    </p>
    <ul>
      {codes.map((code) => (
        <li key={code}>
          <code>{code}</code>
        </li>
      ))}
    </ul>
  </div>
);

'use client';
import type { Enrolment } from './use-sign-in.ts';

/** The QR code for the phone, and the same in letters for whoever cannot scan. */
export const ScanCode = ({ enrolment: { qr, secret } }: { enrolment: Enrolment }) => (
  <div className="cx-qr">
    {/* Drawn by this server from its own secret: nothing of it comes from outside. */}
    <div aria-label="验证器的二维码" dangerouslySetInnerHTML={{ __html: qr }} role="img" />
    <p>
      用手机上的验证器（如腾讯身份验证器、Microsoft Authenticator、FreeOTP）扫码。不能扫，就在验证器里选“手动输入密钥”：
      <br />
      <code>{secret}</code>
    </p>
  </div>
);

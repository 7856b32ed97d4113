import { Secret, TOTP } from 'otpauth';

/** The present code of an authenticator app that holds this secret; never one that was used before. */
export function phone(shown: string): () => string {
  const totp = new TOTP({ secret: Secret.fromBase32(shown.replaceAll(' ', '')), digits: 6, period: 30 });
  let step = Math.floor(Date.now() / 30_000) - 1;
  return () => {
    step = Math.max(step + 1, Math.floor(Date.now() / 30_000));
    return totp.generate({ timestamp: step * 30_000 });
  };
}

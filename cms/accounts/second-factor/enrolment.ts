import { renderSVG } from 'uqr';
import { loadRegion } from '../../content/load-region.ts';
import { otpauthUri } from './totp.ts';

export interface Enrolment {
  /** For the phone's camera. */
  qr: string;
  /** For typing by hand, in groups of four. */
  secret: string;
  uri: string;
}

/** What a person needs to bring an account into an authenticator app. */
export async function enrolment(secret: string, email: string): Promise<Enrolment> {
  const { siteName } = await loadRegion();
  const uri = otpauthUri(secret, email, siteName);
  return { qr: renderSVG(uri, { ecc: 'M', border: 4 }), secret: secret.replace(/(.{4})(?=.)/g, '$1 '), uri };
}

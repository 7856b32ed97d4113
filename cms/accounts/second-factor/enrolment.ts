import type { Payload } from 'payload';
import { renderSVG } from 'uqr';
import { otpauthUri } from './totp.ts';
import { contentOf } from '../../content/content.ts';

export interface Enrolment {
  /** For the phone's camera. */
  qr: string;
  /** For typing by hand, in groups of four. */
  secret: string;
  uri: string;
}

/** What a person needs to bring an account into an authenticator app. */
export async function enrolment(payload: Payload, secret: string, email: string): Promise<Enrolment> {
  const { siteName } = await contentOf(payload).region();
  const uri = otpauthUri(secret, email, siteName);
  return { qr: renderSVG(uri, { ecc: 'M', border: 4 }), secret: secret.replace(/(.{4})(?=.)/g, '$1 '), uri };
}

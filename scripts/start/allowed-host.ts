import { isIP } from 'node:net';
import type { Settings } from '../settings/settings.ts';

/**
 * Whether a request's Host header may reach the back office: the configured name, this machine, or an IP address.
 * Names that somebody else's DNS points here (rebinding) are refused.
 */
export function allowedHost(header: string | undefined, settings: Pick<Settings, 'adminUrl'>): boolean {
  if (!header || header.length > 255) return false;
  let name: string;
  try {
    name = new URL(`http://${header}`).hostname.replace(/^\[|\]$/g, '');
  } catch {
    return false;
  }
  return name === 'localhost' || isIP(name) !== 0 || name === new URL(settings.adminUrl).hostname;
}

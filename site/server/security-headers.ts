import { policy } from '../layouts/csp.ts';

/** On every answer of the public port. The page's own policy, and what only a header can say. */
export const securityHeaders: [string, string][] = [
  ['content-security-policy', `${policy}; frame-ancestors 'none'`],
  ['x-content-type-options', 'nosniff'],
  ['x-frame-options', 'DENY'],
  ['referrer-policy', 'strict-origin-when-cross-origin'],
  ['permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()'],
  ['cross-origin-opener-policy', 'same-origin'],
];

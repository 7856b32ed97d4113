import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { firstPaint, policy } from './csp.ts';

test('the policy names the one inline script and nothing unsafe', () => {
  const hash = createHash('sha256').update(firstPaint).digest('base64');
  expect(policy).toContain(`script-src 'self' 'sha256-${hash}'`);
  expect(policy).not.toContain('unsafe');
});

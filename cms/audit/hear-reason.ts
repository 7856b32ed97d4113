import type { PayloadRequest } from 'payload';
import type { AuditContext } from './context.ts';
import { cleanLine } from '../words/clean-line.ts';
import { holdsPersonalData, keepValue } from './keep-value.ts';
import type { AuditTrail } from './trail.ts';

const mostChars = 200;

/** Takes the `reason` or `note` that a person gave along when the endpoint reads its body; nothing else of the body is looked at. */
export function hearReason(req: PayloadRequest, context: AuditContext, trail: AuditTrail): void {
  const { json, text } = req;
  // What is said about an account may be a password.
  if (!json || !text || context.target === 'users') return;
  const hear = (body: unknown) => {
    if (typeof body !== 'object' || body === null) return;
    const said: unknown = Reflect.get(body, 'reason') ?? Reflect.get(body, 'note');
    if (typeof said !== 'string') return;
    const whole = cleanLine(said);
    if (whole === '') return;
    // Looked at whole: half of a number that the cut leaves is a number all the same.
    context.reason = holdsPersonalData(whole)
      ? String(keepValue(whole, { secret: false, personal: false, digest: trail.digest }))
      : [...whole].slice(0, mostChars).join('');
  };
  const parsed = (body: string): unknown => {
    try {
      return JSON.parse(body);
    } catch {
      return null;
    }
  };
  req.text = async () => {
    const body = await text.call(req);
    hear(parsed(body));
    return body;
  };
  req.json = async () => {
    const body: unknown = await json.call(req);
    hear(body);
    return body;
  };
}

import type { PayloadRequest } from 'payload';
import { describe, expect, it } from 'vitest';
import type { AuditContext } from './context.ts';
import { hearReason } from './hear-reason.ts';
import type { AuditTrail } from './trail.ts';

const trail = { digest: (text: string) => `#${text.length}` } as AuditTrail;

/** What the trail keeps of a body that an endpoint reads; the endpoint itself gets it unchanged. */
async function heard(body: string, target: string | null = 'stories'): Promise<string | null> {
  const context = { target, reason: null } as AuditContext;
  const req = { json: async () => JSON.parse(body) as unknown, text: async () => body } as PayloadRequest;
  hearReason(req, context, trail);
  expect(await req.text?.()).toBe(body);
  const byText = context.reason;
  context.reason = null;
  await req.json?.().catch(() => null);
  expect(context.reason).toBe(byText);
  return byText;
}
const reason = (text: unknown) => heard(JSON.stringify({ reason: text }));

describe('why somebody does something', () => {
  it.each([
    ['a reason', { reason: '事实有误' }, '事实有误'],
    ['a note', { note: '事实有误' }, '事实有误'],
    ['both: the reason counts', { note: '备注', reason: '事实有误' }, '事实有误'],
    ['a note beside a reason of null', { note: '备注', reason: null }, '备注'],
    ['over several lines', { reason: ' 第一行\n 第二行 ' }, '第一行 第二行'],
    ['with signs that nobody sees', { reason: '事\u200b实\u202e有误' }, '事实有误'],
    ['nothing but such signs', { reason: '\u200b\u2060' }, null],
    ['blanks', { reason: ' \u3000 ' }, null],
    ['no text', { reason: 7 }, null],
    ['a list', { reason: ['事实有误'] }, null],
    ['deeper down', { more: { reason: '事实有误' } }, null],
    ['nothing', {}, null],
  ])('%s', async (_what, body, kept) => expect(await heard(JSON.stringify(body))).toBe(kept));

  it.each(['', 'null', '"事实有误"', '[]', '{"reason":'])('of a body like %j nothing is heard', async (body) =>
    expect(await heard(body)).toBeNull(),
  );

  it('what is said about an account may be a password', async () =>
    expect(await heard('{"reason":"新密码是abc"}', 'users')).toBeNull());
});

describe('what may be kept of it', () => {
  it('two hundred signs, none of them halved', async () => {
    expect(await reason('信'.repeat(200))).toBe('信'.repeat(200));
    expect(await reason('信'.repeat(300))).toBe('信'.repeat(200));
    expect(await reason('🎋'.repeat(300))).toBe('🎋'.repeat(200));
  });
  it.each([
    ['in the middle', '请打电话13812345678核对'],
    ['with blanks in it', '请打电话138 1234 5678核对'],
    ['in full width', '请打电话１３８１２３４５６７８核对'],
    ['with unseen signs in it', '请打电话138\u200b1234\u200b5678核对'],
    ['where the cut would halve it', `${'信'.repeat(195)}13812345678`],
    ['behind the cut', `${'信'.repeat(250)}13812345678`],
  ])('a number of a person %s leaves a digest', async (_what, text) =>
    expect(await reason(text)).toMatch(/^（含个人信息，摘要 #\d+）$/),
  );
});

import type { PayloadRequest } from 'payload';
import { z } from 'zod';
import { systemClock } from '../../../campaigns/ports/clock.ts';
import { answer } from '../../http/http.ts';
import { wrongPassword } from '../password/is-right.ts';
import { enrolment } from '../second-factor/enrolment.ts';
import {
  beginFactor,
  confirmFactor,
  findFactor,
  removeFactor,
  renewRecovery,
  spendCode,
} from '../second-factor/second-factor.ts';
import { spanWords } from '../sign-in/too-soon.ts';
import { againSubject, reopen, take } from '../sign-in/tries.ts';
import { currentPassword, onlyCurrent, own } from './own.ts';

const code = z.strictObject(
  {
    code: z
      .string({ error: '请填验证器上的六位数字。' })
      .trim()
      .regex(/^\d{3}\s?\d{3}$/, '请填验证器上的六位数字。'),
  },
  { error: '只收一个字段 code（六位数字），请核对。' },
);

/** `POST …/second-factor/begin` with `{ current }` → the QR code to scan; nothing is on before `confirm`. */
const begin = own('second-factor/begin', onlyCurrent, async (req, { id }, { current }) => {
  const wrong = await wrongPassword(req, current);
  if (wrong) return answer(403, wrong);
  const secret = await beginFactor(req.payload, id);
  if (secret === null) return answer(409, '两步验证已经开启：要换手机请先关闭，再重新开启。');
  return answer(
    200,
    '请用手机上的验证器扫码，再填出现的六位数字。',
    await enrolment(req.payload, secret, req.user?.email ?? ''),
  );
});

/** `POST …/second-factor/confirm` with `{ code }` → recovery codes, shown once. */
const confirm = own('second-factor/confirm', code, async (req, { id }, body) => {
  const codes = await confirmFactor(req.payload, id, body.code, systemClock.now());
  return codes
    ? answer(200, '两步验证已开启。', { codes })
    : answer(422, '验证码不对：请等手机上出现下一个再填；一直不对，请核对手机的时间。');
});

/** What stands between a browser left open and the end of the second factor: the password, and the phone or a recovery code. */
const proof = z.strictObject(
  {
    current: currentPassword,
    code: z
      .string({ error: '请填手机验证器上的六位数字，或者一个恢复码。' })
      .trim()
      .min(1, '请填手机验证器上的六位数字，或者一个恢复码。')
      .max(40, '验证码是六位数字，恢复码是十个字符。'),
  },
  { error: '只收 current（现在的密码）和 code（验证码或恢复码），请核对。' },
);

async function unproven(
  req: PayloadRequest,
  person: string,
  { code, current }: z.infer<typeof proof>,
): Promise<Response | null> {
  const wrong = await wrongPassword(req, current);
  if (wrong) return answer(403, wrong);
  const factor = await findFactor(req.payload, person);
  if (!factor?.confirmedAt) return answer(409, '还没有开启两步验证，没有恢复码，也不用关闭。');
  // A count of its own: a right password does not begin it anew.
  const subject = againSubject(req.payload, `${person}\ncode`);
  const now = systemClock.now();
  const wait = await take(req.payload, subject, now.getTime());
  if (wait > 0) return answer(429, `验证码输错太多次：请过${spanWords(wait)}再填。`);
  if (!(await spendCode(req.payload, factor, code, now)))
    return answer(403, '验证码不对，或者已经用过：请等手机上出现下一个再填，也可以填一个恢复码。');
  await reopen(req.payload, [subject]);
  return null;
}

/** `POST …/second-factor/recovery` with `{ current, code }` → new recovery codes; the old ones are void. */
const recovery = own('second-factor/recovery', proof, async (req, { id }, body) => {
  const refused = await unproven(req, id, body);
  if (refused) return refused;
  return answer(200, '新的恢复码已生成，旧的全部作废。', { codes: await renewRecovery(req.payload, id) });
});

/** `POST …/second-factor/remove` with `{ current, code }`: unless a role of the person demands one. */
const remove = own('second-factor/remove', proof, async (req, { id, roles }, body) => {
  const { secondFactorRoles } = await req.payload.findGlobal({ slug: 'login-rules', depth: 0, overrideAccess: true });
  if (roles.some((role) => secondFactorRoles?.includes(role)))
    return answer(409, '您的职责要求两步验证，不能关闭；换了手机请找管理员。');
  const refused = await unproven(req, id, body);
  if (refused) return refused;
  await removeFactor(req.payload, id);
  return answer(200, '两步验证已关闭。');
});

export const secondFactorEndpoints = [begin, confirm, recovery, remove];

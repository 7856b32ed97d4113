import { z } from 'zod';
import { systemClock } from '../../../campaigns/ports/clock.ts';
import { answer } from '../../store/http.ts';
import { wrongPassword } from '../password/is-right.ts';
import { enrolment } from '../second-factor/enrolment.ts';
import { beginFactor, confirmFactor, findFactor, removeFactor, renewRecovery } from '../second-factor/second-factor.ts';
import { onlyCurrent, own } from './own.ts';

const code = z.strictObject({ code: z.string({ error: '请填验证器上的六位数字。' }).trim().regex(/^\d{3}\s?\d{3}$/, '请填验证器上的六位数字。') }, { error: '只收一个字段 code（六位数字），请核对。' });

/** `POST …/second-factor/begin` with `{ current }` → the QR code to scan; nothing is on before `confirm`. */
const begin = own('second-factor/begin', onlyCurrent, async (req, { id }, { current }) => {
  const wrong = await wrongPassword(req, current);
  if (wrong) return answer(403, wrong);
  const secret = await beginFactor(req.payload, id);
  if (secret === null) return answer(409, '两步验证已经开启：要换手机请先关闭，再重新开启。');
  return answer(200, '请用手机上的验证器扫码，再填出现的六位数字。', await enrolment(secret, req.user?.email ?? ''));
});

/** `POST …/second-factor/confirm` with `{ code }` → recovery codes, shown once. */
const confirm = own('second-factor/confirm', code, async (req, { id }, body) => {
  const codes = await confirmFactor(req.payload, id, body.code, systemClock.now());
  return codes ? answer(200, '两步验证已开启。', { codes }) : answer(422, '验证码不对：请等手机上出现下一个再填；一直不对，请核对手机的时间。');
});

/** `POST …/second-factor/recovery` with `{ current }` → new recovery codes; the old ones are void. */
const recovery = own('second-factor/recovery', onlyCurrent, async (req, { id }, { current }) => {
  const wrong = await wrongPassword(req, current);
  if (wrong) return answer(403, wrong);
  if (!(await findFactor(req.payload, id))?.confirmedAt) return answer(409, '还没有开启两步验证，没有恢复码。');
  return answer(200, '新的恢复码已生成，旧的全部作废。', { codes: await renewRecovery(req.payload, id) });
});

/** `POST …/second-factor/remove` with `{ current }`: unless a role of the person demands one. */
const remove = own('second-factor/remove', onlyCurrent, async (req, { id, roles }, { current }) => {
  const { secondFactorRoles } = await req.payload.findGlobal({ slug: 'login-rules', depth: 0, overrideAccess: true });
  if (roles.some((role) => secondFactorRoles?.includes(role))) return answer(409, '您的职责要求两步验证，不能关闭；换了手机请找管理员。');
  const wrong = await wrongPassword(req, current);
  if (wrong) return answer(403, wrong);
  await removeFactor(req.payload, id);
  return answer(200, '两步验证已关闭。');
});

export const secondFactorEndpoints = [begin, confirm, recovery, remove];

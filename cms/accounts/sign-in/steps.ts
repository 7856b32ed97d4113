import type { CollectionBeforeLoginHook, Payload } from 'payload';
import { systemClock } from '../../../campaigns/ports/clock.ts';
import type { User } from '../../payload-types.ts';
import { passwordProblem } from '../password/password-problem.ts';
import { enrolment } from '../second-factor/enrolment.ts';
import { beginFactor, confirmFactor, findFactor, spendCode } from '../second-factor/second-factor.ts';
import { signInOf, StepOwed, type SignIn } from './said.ts';
import { giveBack } from './tries.ts';

const wrongCode = '验证码不对，或者已经用过：请等手机上出现下一个再填。手机不在身边，可以填一个恢复码。';

/**
 * After the right password and before any cookie: a password of one's own first, then the phone. What is missing is
 * asked for by refusing, so there is no half signed-in session. A wrong code stays counted as a failed try.
 */
export const takeSteps: CollectionBeforeLoginHook<User> = async ({ req: { context, payload }, user }) => {
  const signIn = signInOf(context);
  if (!signIn) throw new Error('a log-in that was not counted');
  const { newPassword } = signIn.said;
  if (user.mustChangePassword) {
    if (!newPassword)
      return settle(payload, signIn, new StepOwed('password', '这是一次性密码：请换成您自己的密码，再继续。'));
    const problem = passwordProblem(newPassword, user);
    if (problem) return settle(payload, signIn, new StepOwed('password', problem));
  }
  await provePhone(payload, signIn, user);
  if (user.mustChangePassword && newPassword) await changePassword(payload, user, newPassword);
  return user;
};

async function provePhone(payload: Payload, signIn: SignIn, { email, id, roles }: User): Promise<void> {
  const { code } = signIn.said;
  const factor = await findFactor(payload, id);
  if (factor?.confirmedAt) {
    if (!code) return settle(payload, signIn, new StepOwed('code', '请填手机验证器上的六位数字。'));
    if (!(await spendCode(payload, factor, code, systemClock.now()))) throw new StepOwed('code', wrongCode);
    return;
  }
  const { secondFactorRoles } = await payload.findGlobal({ slug: 'login-rules', depth: 0, overrideAccess: true });
  if (!roles.some((role) => secondFactorRoles?.includes(role))) return;
  signIn.recovery = code ? await confirmFactor(payload, id, code, systemClock.now()) : null;
  if (signIn.recovery) return;
  const secret = await beginFactor(payload, id);
  // Confirmed by another browser a moment ago.
  if (secret === null) throw new StepOwed('code', wrongCode);
  const owed = new StepOwed(
    'enrol',
    code ? wrongCode : '您的职责要求两步验证：请用手机上的验证器扫码，填出现的六位数字。',
    await enrolment(payload, secret, email),
  );
  if (code) throw owed;
  return settle(payload, signIn, owed);
}

/** Nothing was guessed wrong: the try does not count. */
async function settle(payload: Payload, { taken }: SignIn, error: Error): Promise<never> {
  for (const subject of taken) await giveBack(payload, subject, systemClock.now().getTime());
  throw error;
}

/** The shell ends every session with the old password: the one of this log-in begins with the new one and stays. */
async function changePassword(payload: Payload, { id, sessions }: User, password: string): Promise<void> {
  await payload.update({
    collection: 'users',
    id,
    data: { password, mustChangePassword: false },
    depth: 0,
    overrideAccess: true,
    context: { ownPassword: true },
  });
  await payload.db.updateOne({
    collection: 'users',
    id,
    data: { sessions: (sessions ?? []).slice(-1) },
    returning: false,
  });
}

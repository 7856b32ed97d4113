import type { Payload, Where } from 'payload';
import type { SecondFactor } from '../../payload-types.ts';
import { fingerprint, seal, unseal } from '../sealed.ts';
import { newRecoveryCodes, readRecoveryCode } from './recovery-codes.ts';
import { newSecret, stepOf } from './totp.ts';
import { recoveryDoor } from './recovery-door.ts';

/** The account's second factor, also one that is not confirmed yet; null when there is none. */
export async function findFactor(payload: Payload, person: string): Promise<SecondFactor | null> {
  const { docs } = await payload.find({
    collection: 'second-factors',
    where: { person: { equals: person } },
    limit: 1,
    depth: 0,
    overrideAccess: true,
    showHiddenFields: true,
  });
  return docs[0] ?? null;
}

/** Begins to set one up, or goes on with what was begun. @returns the secret to show; null when one is confirmed already */
export async function beginFactor(payload: Payload, person: string): Promise<string | null> {
  const known = await findFactor(payload, person);
  if (known?.confirmedAt) return null;
  const open = known && unseal(payload.secret, person, known.secret);
  if (open) return open;
  const secret = newSecret();
  const sealed = seal(payload.secret, person, secret);
  if (known)
    await payload.update({
      collection: 'second-factors',
      id: known.id,
      data: { secret: sealed, lastStep: 0 },
      depth: 0,
      overrideAccess: true,
    });
  else
    await payload.create({
      collection: 'second-factors',
      data: { person, secret: sealed, lastStep: 0, turn: 0 },
      depth: 0,
      overrideAccess: true,
    });
  return secret;
}

/** The first code from the phone. @returns recovery codes to show once; null when the code is wrong or there is nothing to confirm */
export async function confirmFactor(
  payload: Payload,
  person: string,
  code: string,
  now: Date,
): Promise<string[] | null> {
  const factor = await findFactor(payload, person);
  if (!factor || factor.confirmedAt || !(await spendStep(payload, factor, code, now))) return null;
  await payload.update({
    collection: 'second-factors',
    id: factor.id,
    data: { confirmedAt: now.toISOString() },
    depth: 0,
    overrideAccess: true,
  });
  return renewRecovery(payload, person);
}

/** True when this is the phone's code of now, or a recovery code not used yet. Either works once. */
export async function spendCode(payload: Payload, factor: SecondFactor, code: string, now: Date): Promise<boolean> {
  return (await spendStep(payload, factor, code, now)) || (await spendRecovery(payload, factor, code));
}

/** New recovery codes; the old ones are void. */
export async function renewRecovery(payload: Payload, person: string): Promise<string[]> {
  const factor = await findFactor(payload, person);
  const codes = newRecoveryCodes();
  const recovery = codes.map((code) => fingerprint(payload.secret, person, code));
  if (factor)
    await payload.update({
      collection: 'second-factors',
      id: factor.id,
      data: { recovery: recoveryDoor.write(recovery), turn: factor.turn + 1 },
      depth: 0,
      overrideAccess: true,
    });
  return codes;
}

export async function removeFactor(payload: Payload, person: string): Promise<void> {
  await payload.delete({
    collection: 'second-factors',
    where: { person: { equals: person } },
    depth: 0,
    overrideAccess: true,
  });
}

/** How many recovery codes are left. */
export const recoveryLeft = (factor: SecondFactor): number => recoveryDoor.read(factor.recovery).value.length;

/** The condition is part of the one statement that writes: of two requests with the same code one is refused. */
async function spendStep(
  payload: Payload,
  { id, lastStep, person, secret }: SecondFactor,
  code: string,
  now: Date,
): Promise<boolean> {
  const plain = unseal(payload.secret, person, secret);
  const step = plain === null ? null : stepOf(plain, code, now, lastStep);
  if (step === null) return false;
  const where: Where = { and: [{ id: { equals: id } }, { lastStep: { less_than: step } }] };
  return (
    (await payload.db.updateOne({
      collection: 'second-factors',
      where,
      data: { lastStep: step },
      options: { atomic: true },
      select: { id: true },
    })) !== null
  );
}

async function spendRecovery(
  payload: Payload,
  { id, person, recovery, turn }: SecondFactor,
  typed: string,
): Promise<boolean> {
  const code = readRecoveryCode(typed);
  const kept = recoveryDoor.read(recovery).value;
  const used = code === null ? null : fingerprint(payload.secret, person, code);
  if (used === null || !kept.includes(used)) return false;
  const where: Where = { and: [{ id: { equals: id } }, { turn: { equals: turn } }] };
  const data = { recovery: recoveryDoor.write(kept.filter((other) => other !== used)), turn: turn + 1 };
  return (
    (await payload.db.updateOne({
      collection: 'second-factors',
      where,
      data,
      options: { atomic: true },
      select: { id: true },
    })) !== null
  );
}

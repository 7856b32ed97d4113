import type { Payload } from 'payload';
import { newestRelease } from '../release/newest.ts';
import { recordWithdrawal } from '../release/record-withdrawal.ts';
import { idOf } from '../database/id-of.ts';
import type { Release } from '../payload-types.ts';
import { writersDoor } from '../texts/writers.ts';

type Decision = Parameters<typeof recordWithdrawal>[2];

/**
 * Takes a signed story back: `release`, and the version that somebody made of it at the very moment (another time, an
 * urgent correction). Each of the two looks for the other after it has written, so that at least one sees it.
 * @param alone the story is being written anew: what is signed of that is decided on its own
 */
export async function takeBack(payload: Payload, release: Release, decision: Decision, alone: boolean): Promise<void> {
  await recordWithdrawal(payload, release, decision);
  const newest = alone ? null : await newestRelease(payload, idOf(release.story) ?? '');
  if (newest && newest.version > release.version) await recordWithdrawal(payload, newest, decision);
}

/** The other side of it. @returns true when `before`, of which `made` is the next version, was taken back meanwhile: `made` is now too */
export async function wasTakenBack(payload: Payload, before: Release, made: Release): Promise<boolean> {
  const { docs } = await payload.find({
    collection: 'withdrawals',
    where: { key: { equals: before.id } },
    limit: 1,
    depth: 0,
    pagination: false,
  });
  const withdrawal = docs[0];
  if (!withdrawal) return false;
  const { decidedAt, decidedBy, reason, writers } = withdrawal;
  await recordWithdrawal(payload, made, {
    reason,
    decidedBy,
    decidedAt: new Date(decidedAt),
    writer: writersDoor.read(writers).value[0] ?? null,
  });
  return true;
}

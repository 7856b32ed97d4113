import { randomUUID } from 'node:crypto';
import { MongoClient, MongoServerError } from 'mongodb';

/** Whoever dies is waited for as long as this. Renewed four times in it. */
const leaseMs = 20_000;
const collection = 'chengxin_turns';

interface Turn {
  _id: string;
  owner: string;
  until: Date;
}

/**
 * Takes the lease on preparing a MongoDB installation, by the server's own clock.
 * @returns how to give it back, or null when somebody else has it
 * @throws the driver's errors when the server cannot be reached
 */
export async function takeLease(url: string): Promise<(() => Promise<void>) | null> {
  const client = await MongoClient.connect(url);
  const turns = client.db().collection<Turn>(collection);
  const owner = randomUUID();
  // Nobody's, run out, or ours: then it is ours until later; somebody else's stays theirs. By the server's clock alone.
  const mine = {
    $or: [{ $eq: [{ $type: '$until' }, 'missing'] }, { $lt: ['$until', '$$NOW'] }, { $eq: ['$owner', owner] }],
  };
  const until = { $dateAdd: { startDate: '$$NOW', unit: 'millisecond', amount: leaseMs } };
  const claim = async (): Promise<boolean> => {
    const turn = await turns.findOneAndUpdate(
      { _id: 'start' },
      [{ $set: { owner: { $cond: [mine, owner, '$owner'] }, until: { $cond: [mine, until, '$until'] } } }],
      { upsert: true, returnDocument: 'after' },
    );
    return turn?.owner === owner;
  };
  // Two that make the document at once: the slower one meets the unique id.
  const got = await claim().catch(async (error: unknown) => {
    if (error instanceof MongoServerError && error.code === 11000) return false;
    await client.close();
    throw error;
  });
  if (!got) {
    await client.close();
    return null;
  }
  const renewing = setInterval(() => void claim().catch(() => undefined), leaseMs / 4);
  renewing.unref();
  return async () => {
    clearInterval(renewing);
    await turns.deleteOne({ _id: 'start', owner });
    await client.close();
  };
}

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
  const until = { $dateAdd: { startDate: '$$NOW', unit: 'millisecond', amount: leaseMs } };
  // Nobody's, run out, or ours: then it is ours until later. Else the insert meets the unique id.
  const claim = () => turns.updateOne(
    { _id: 'start', $or: [{ owner }, { $expr: { $lt: ['$until', '$$NOW'] } }] }, [{ $set: { owner, until } }], { upsert: true },
  );
  try {
    await claim();
  } catch (error) {
    await client.close();
    if (error instanceof MongoServerError && error.code === 11000) return null;
    throw error;
  }
  const renewing = setInterval(() => void claim().catch(() => undefined), leaseMs / 4);
  renewing.unref();
  return async () => {
    clearInterval(renewing);
    await turns.deleteOne({ _id: 'start', owner });
    await client.close();
  };
}

import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { openDatabase } from '../../cms/sqlite/open-database.ts';

/** One copy of a rehearsal and how its sending went. */
export interface Copy {
  channel: string;
  state: string;
}

/**
 * The copies of all rehearsals as they stand in the database of an installation. For waiting: a look costs a millisecond,
 * where `chengxin ledger` begins a whole program; what the ledger says is asked once they are there.
 */
export async function rehearsedCopies(env: Record<string, string>): Promise<Copy[]> {
  if (env.DATABASE_URL) return ofMongo(env.DATABASE_URL);
  const database = openDatabase(join(env.DATA_DIR ?? '', 'chengxin.db'), { readOnly: true });
  try {
    return database
      .prepare('SELECT d.channel, d.state FROM deliveries d JOIN campaigns c ON c.id = d.campaign_id WHERE c.rehearsal')
      .all()
      .map(({ channel, state }) => ({ channel: String(channel), state: String(state) }));
  } finally {
    database.close();
  }
}

async function ofMongo(url: string): Promise<Copy[]> {
  const client = await MongoClient.connect(url);
  try {
    const ids = await client.db().collection<{ _id: string }>('campaigns').distinct('_id', { rehearsal: true });
    return (
      await client
        .db()
        .collection('deliveries')
        .find({ campaignId: { $in: ids } })
        .toArray()
    ).map(({ channel, state }) => ({ channel: String(channel), state: String(state) }));
  } finally {
    await client.close();
  }
}

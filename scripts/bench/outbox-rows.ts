import { v7 as uuid } from 'uuid';
import { openDatabase } from '../../cms/sqlite/open-database.ts';

/** One delivery row as the migrations lay it out; instants ISO strings. */
export interface BulkRow {
  postId: string;
  state: 'pending' | 'confirmed';
  plannedAt: Date;
}

/**
 * Writes deliveries straight into the SQLite file, all in one transaction: a measurement is about what comes after.
 * Finished ones carry what a real one carries, and one finished attempt each.
 */
export function writeDeliveries(file: string, count: number, make: (n: number) => BulkRow): void {
  const db = openDatabase(file);
  db.exec('PRAGMA synchronous = OFF; BEGIN IMMEDIATE');
  const delivery =
    db.prepare(`INSERT INTO deliveries (id, "key", campaign_id, post_id, channel, release_id, state, planned_at, misfire,
    misfire_window, next_at, sent_at, external_id, url, attempts, progress, note) VALUES (?, ?, 'c1', ?, 'toy', ?, ?, ?, 'late', 1440, ?, ?, ?, ?, ?, ?, ?)`);
  const attempt =
    db.prepare(`INSERT INTO attempts (id, claim, delivery_id, number, kind, owner, started_at, lease_until, finished_at, outcome, note, progress)
    VALUES (?, ?, ?, 1, 'send', 'host:1:1:a', ?, ?, ?, 'confirmed', '已发布。', '{"begun":true}')`);
  for (let n = 0; n < count; n += 1) {
    const { postId, state, plannedAt } = make(n);
    const id = uuid();
    const at = plannedAt.toISOString();
    const done = state === 'confirmed';
    delivery.run(
      id,
      `${postId}:toy:r1`,
      postId,
      'r1',
      state,
      at,
      done ? null : at,
      done ? at : null,
      done ? id : null,
      done ? `https://example.com/s/1?d=${id}` : null,
      done ? 1 : 0,
      '{"draft":"示例"}',
      done ? '已发布。' : null,
    );
    if (done) attempt.run(uuid(), `${id}#1`, id, at, at, at);
  }
  db.exec('COMMIT');
  db.close();
}

/** What the same disk and the same machine can do at all: rows a second that plain SQLite commits one by one (WAL, FULL). */
export function plainInserts(file: string, count: number): number {
  const db = openDatabase(file);
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE row (id TEXT PRIMARY KEY, body TEXT)');
  const insert = db.prepare('INSERT INTO row VALUES (?, ?)');
  const started = performance.now();
  for (let n = 0; n < count; n += 1) insert.run(uuid(), '{"draft":"示例","begun":true}');
  const rate = (count * 1000) / (performance.now() - started);
  db.close();
  return rate;
}

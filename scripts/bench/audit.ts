import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { auditFolder } from '../../cms/audit/checkpoint.ts';
import { createCheckpointWriter } from '../../cms/audit/checkpoint-writer.ts';
import { ensureKey } from '../../cms/audit/key.ts';
import { createTrail, type ChainStore } from '../../cms/audit/trail.ts';
import { verifyInstallation } from '../../cms/audit/verify/verify-installation.ts';
import { openDatabase } from '../../cms/sqlite/open-database.ts';
import { systemClock } from '../../campaigns/ports/clock.ts';

// How long `chengxin audit verify` takes, and that its memory does not grow with the trail. Rows are written straight into a
// SQLite file: what is measured is the chain, not the CMS around it.
const sizes = process.argv.includes('--full') ? [100_000, 1_000_000] : [20_000, 100_000];
const columns =
  'id, seq, at, said, phase, intent, actor_id, actor_name, actor_roles, ip, agent, api, act, target, row_id, title, reason, changes, prev, hash, seal';

for (const count of sizes) {
  const dataDir = await mkdtemp(join(tmpdir(), 'chengxin-bench-audit-'));
  const file = join(dataDir, 'chengxin.db');
  const db = openDatabase(file);
  db.exec(
    `PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF; CREATE TABLE audit (${columns.replace('seq', 'seq numeric UNIQUE')})`,
  );
  const insert = db.prepare(
    `INSERT INTO audit (${columns}) VALUES (${columns
      .split(', ')
      .map(() => '?')
      .join(', ')})`,
  );
  const store: ChainStore = {
    head: async () => null,
    insert: async (r) =>
      insert.run(
        r.id,
        r.seq,
        r.at,
        r.said,
        r.phase,
        r.intent,
        r.actorId,
        r.actorName,
        r.actorRoles,
        r.ip,
        r.agent,
        r.api,
        r.act,
        r.target,
        r.rowId,
        r.title,
        r.reason,
        r.changes,
        r.prev,
        r.hash,
        r.seal,
      ).changes === 1,
  };
  const key = ensureKey(dataDir);
  const checkpoints = createCheckpointWriter({
    folders: [auditFolder(dataDir)],
    key: () => key,
    clock: systemClock,
    complain: (message) => console.error(message),
  });
  const trail = createTrail({ store, checkpoints, key: () => key, clock: systemClock });
  const facts = {
    phase: 'event',
    said: '修改 稿件《示例》',
    intent: null,
    actorId: 'a',
    actorName: '示例甲',
    actorRoles: 'author',
    ip: '10.0.0.1',
    agent: 'Chrome',
    api: 'REST',
    act: 'update',
    target: 'stories',
    rowId: 'x',
    title: '示例',
    reason: null,
    changes: '[{"target":"stories","rowId":"x","fields":{"summary":["前","后"]}}]',
  } as const;
  db.exec('BEGIN');
  for (let i = 0; i < count; i += 1) await trail.append(facts);
  db.exec('COMMIT');
  trail.flush();
  db.close();
  global.gc?.();
  const memory = process.memoryUsage().rss;
  const started = performance.now();
  const verdict = await verifyInstallation(
    { dataDir, checkpointDir: null, database: { kind: 'sqlite', url: `file:${file}` } },
    new Date(),
  );
  const ms = performance.now() - started;
  const grown = (process.memoryUsage().rss - memory) / 1e6;
  console.log(
    `核验 ${count.toLocaleString('en')} 行审计记录：${verdict.ok ? '完整' : '不完整'}，${ms.toFixed(0)} 毫秒（每秒 ${Math.round((count / ms) * 1000).toLocaleString('en')} 行），内存多用 ${Math.max(0, grown).toFixed(0)} MB，检查点 ${verdict.checkpoints} 个`,
  );
  await rm(dataDir, { recursive: true, force: true });
  if (!verdict.ok) process.exitCode = 1;
}

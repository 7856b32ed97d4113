import {
  appendFileSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import type { Payload } from 'payload';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openMongod } from '../../store/testing/mongod.ts';
import { auditFolder, checkpointFile } from '../checkpoint.ts';
import { hashOf, sealOf, type AuditRow } from '../row.ts';
import { openAudit } from '../testing/open-audit.ts';
import { together } from '../testing/processes.ts';
import { sqliteTable, mongoTable, type RawTable } from '../testing/raw-table.ts';
import { trailOf } from '../trail-of.ts';
import { verifyInstallation } from './verify-installation.ts';
import { within } from '../../../.config/patience.ts';

const folder = mkdtempSync(join(tmpdir(), 'chengxin-audit-'));
const mongod = await openMongod();
const mongoUrl = (name: string) =>
  'url' in mongod ? mongod.url.replace(/^([^/]+\/\/[^/?]+)(\/[^?]*)?/, `$1/chengxin-test-${process.pid}-${name}`) : '';
if ('missing' in mongod) console.warn(mongod.missing);
afterAll(async () => {
  if ('url' in mongod) {
    const client = await MongoClient.connect(mongod.url);
    for (const name of ['chain', 'race', 'torn'])
      await client.db(`chengxin-test-${process.pid}-${name}`).dropDatabase();
    await client.close();
  }
  await mongod.stop();
  rmSync(folder, { recursive: true, force: true });
});

interface Place {
  dataDir: string;
  url: string;
  kind: 'sqlite' | 'mongodb';
}
const place = (kind: Place['kind'], name: string): Place => {
  const dataDir = join(folder, `${kind}-${name}`);
  mkdirSync(dataDir, { recursive: true });
  return { dataDir, kind, url: kind === 'sqlite' ? `file:${join(dataDir, 'chengxin.db')}` : mongoUrl(name) };
};
const later = new Date(Date.now() + 7_200_000);
const check = ({ dataDir, kind, url }: Place, now = new Date()) =>
  verifyInstallation({ dataDir, checkpointDir: null, database: { kind, url } }, now);
const rows = 8;

async function write(payload: Payload, count: number): Promise<void> {
  for (let i = 1; i <= count; i += 1) {
    await trailOf(payload)?.append({
      phase: 'event',
      said: `第${i}件事`,
      intent: null,
      actorId: 'a',
      actorName: '示例甲',
      actorRoles: 'author',
      ip: '10.0.0.1',
      agent: 'x',
      api: 'REST',
      act: 'update',
      target: 'notes',
      rowId: 'n',
      title: '稿',
      reason: '理由',
      changes: '[]',
    });
  }
  trailOf(payload)?.flush();
}

const kinds: Place['kind'][] = 'url' in mongod ? ['sqlite', 'mongodb'] : ['sqlite'];
describe.each(kinds)('a chain on %s', (kind) => {
  let at: Place;
  let table: RawTable;
  let whole: AuditRow[];
  let lines: string;
  let key: Buffer;
  beforeAll(async () => {
    at = place(kind, 'chain');
    const payload = await openAudit({ ...at, push: true });
    await write(payload, rows);
    await payload.destroy();
    table = await (kind === 'sqlite' ? sqliteTable(join(at.dataDir, 'chengxin.db')) : mongoTable(at.url));
    whole = await table.all();
    lines = readFileSync(checkpointFile(auditFolder(at.dataDir)), 'utf8');
    key = Buffer.from(readFileSync(join(at.dataDir, 'secrets/audit.key'), 'utf8'), 'hex');
  });
  afterAll(() => table.close());

  /** What is found after `spoil`; then everything stands as before. */
  async function after(spoil: () => Promise<unknown> | void, now?: Date) {
    await spoil();
    const verdict = await check(at, now);
    await table.replace(whole);
    writeFileSync(checkpointFile(auditFolder(at.dataDir)), lines);
    expect(await check(at)).toMatchObject({ ok: true, rows, firstBad: null });
    return verdict;
  }
  const row = (seq: number): AuditRow => whole[seq - 1] as AuditRow;
  const found = (seq: number, reason: string) => ({
    ok: false,
    firstBad: { seq, reason: expect.stringContaining(reason) },
  });

  it('is whole, counted, and covered to its end', async () => {
    expect(await check(at)).toEqual({ ok: true, rows, firstBad: null, checkpoints: 1, uncovered: 0 });
  });

  it.each([
    'id',
    'at',
    'said',
    'phase',
    'intent',
    'actorId',
    'actorName',
    'actorRoles',
    'ip',
    'agent',
    'api',
    'act',
    'target',
    'rowId',
    'title',
    'reason',
    'changes',
    'prev',
    'hash',
    'seal',
  ] as const)('an edit of %s', async (name) => {
    const changed = name === 'intent' ? 3 : name === 'phase' ? 'done' : `${row(5)[name] ?? ''}x`;
    expect(
      await after(() => table.replace(whole.map((r) => (r.seq === 5 ? { ...r, [name]: changed } : r)))),
    ).toMatchObject(found(5, '第5行'));
  });

  it('an edit whose fingerprint was computed again', async () => {
    const edited = { ...row(5), said: '改成别的' };
    expect(
      await after(() => table.replace(whole.map((r) => (r.seq === 5 ? { ...edited, hash: hashOf(edited) } : r)))),
    ).toMatchObject(found(5, '没有系统的密封'));
  });

  it.each([
    [1, '第1行被删掉了'],
    [5, '第5行被删掉了'],
    [rows, '末尾被截掉了'],
  ])('a deletion of row %i', async (seq, reason) => {
    expect(await after(() => table.replace(whole.filter((r) => r.seq !== seq)))).toMatchObject(found(seq, reason));
  });

  it('a deletion hidden by counting the rest down', async () => {
    const rest = whole.filter((r) => r.seq !== 5).map((r) => (r.seq > 5 ? { ...r, seq: r.seq - 1 } : r));
    expect(await after(() => table.replace(rest))).toMatchObject(found(5, '第5行'));
  });

  it('two rows that changed places', async () => {
    const swapped = whole.map((r) => (r.seq === 3 ? { ...row(6), seq: 3 } : r.seq === 6 ? { ...row(3), seq: 6 } : r));
    expect(await after(() => table.replace(swapped))).toMatchObject(found(3, '第3行'));
  });

  it('a cut tail', async () => {
    expect(await after(() => table.replace(whole.slice(0, 4)))).toMatchObject(found(5, '末尾被截掉了'));
    expect(await after(() => table.replace([]))).toMatchObject(found(1, '末尾被截掉了'));
  });

  /** Everything from `from` on written anew by somebody who has the database alone, or the key too. */
  const forged = (from: number, seal: (hash: string) => string): AuditRow[] => {
    const chain = whole.slice(0, from - 1);
    for (const r of whole.slice(from - 1)) {
      const mine = { ...r, said: `${r.said}（伪）`, prev: chain.at(-1)?.hash ?? r.prev };
      const hash = hashOf(mine);
      chain.push({ ...mine, hash, seal: seal(hash) });
    }
    return chain;
  };
  it('a forged row and everything behind it computed again, without the key', async () => {
    expect(await after(() => table.replace(forged(3, () => row(3).seal)))).toMatchObject(found(3, '没有系统的密封'));
  });
  it('the same with the key: the checkpoints tell', async () => {
    expect(await after(() => table.replace(forged(3, (hash) => sealOf(key, hash))))).toMatchObject(
      found(rows, '库外检查点'),
    );
  });
  it('a forged row at the end', async () => {
    const extra = { ...row(rows), id: 'forged', seq: rows + 1, prev: row(rows).hash };
    expect(await after(() => table.replace([...whole, { ...extra, hash: hashOf(extra) }]))).toMatchObject(
      found(rows + 1, '没有系统的密封'),
    );
  });
  it('a row without a proper number', async () => {
    expect(
      (await after(() => table.replace([...whole, { ...row(2), id: 'stray', seq: -1 }]))).firstBad?.reason,
    ).toContain('没有正常的序号');
  });

  it('checkpoints deleted, edited, or of another key', async () => {
    const file = checkpointFile(auditFolder(at.dataDir));
    expect(await after(() => rmSync(file), later)).toMatchObject(found(rows, '不见了'));
    expect(await after(() => writeFileSync(file, lines.replace(/"seq":\d+/, '"seq":1')))).toMatchObject({
      ok: false,
      firstBad: { reason: expect.stringContaining('签名对不上') },
    });
    expect(await after(() => appendFileSync(file, '{"seq":\n'))).toMatchObject({
      ok: false,
      firstBad: { reason: expect.stringContaining('看不懂') },
    });
    expect(await after(() => writeFileSync(file, lines.replace(/"key":"\w+"/, '"key":"00000000"')))).toMatchObject({
      ok: false,
      firstBad: { reason: expect.stringContaining('另一把密钥') },
    });
    expect(await after(() => writeFileSync(file, ''), later)).toMatchObject(found(1, '没有检查点'));
  });

  it('without the key nothing can be vouched for', async () => {
    const file = join(at.dataDir, 'secrets/audit.key');
    copyFileSync(file, `${file}.kept`);
    rmSync(file);
    expect(await check(at)).toMatchObject(found(1, '找不到审计密钥'));
    copyFileSync(`${file}.kept`, file);
    rmSync(`${file}.kept`);
  });

  it('makes and changes nothing', async () => {
    const listing = () => readdirSync(at.dataDir, { recursive: true }).map(String).sort();
    const before = listing();
    await check(at);
    expect(listing()).toEqual(before);
  });
});

describe.each(kinds)('several processes on %s', (kind) => {
  it(
    'two times 500 rows are one chain without a gap',
    async () => {
      const at = place(kind, 'race');
      const payload = await openAudit({ ...at, push: true });
      const ends = await together([at.url, at.dataDir, 'rows', '500', 'a'], [at.url, at.dataDir, 'rows', '500', 'b']);
      expect(ends).toMatchObject([{ code: 0 }, { code: 0 }]);
      expect(await check(at)).toMatchObject({ ok: true, rows: 1000, firstBad: null, uncovered: 0 });
      const by = await Promise.all(
        ['a', 'b'].map((name) => payload.count({ collection: 'audit', where: { actorId: { equals: name } } })),
      );
      expect(by.map(({ totalDocs }) => totalDocs)).toEqual([500, 500]);
      await payload.destroy();
    },
    within(300_000),
  );

  it(
    'one that is killed between intent and change has left the intent; the next start covers it',
    async () => {
      const at = place(kind, 'torn');
      const payload = await openAudit({ ...at, push: true });
      expect(await together([at.url, at.dataDir, 'torn', '0', '示例乙'])).toMatchObject([{ signal: 'SIGKILL' }]);
      const { docs } = await payload.find({ collection: 'audit' });
      expect(docs).toMatchObject([
        { phase: 'intent', act: 'create', target: 'notes', rowId: 'torn', actorName: '示例乙' },
      ]);
      expect(await check(at)).toMatchObject({ ok: true, rows: 1, uncovered: 1 });
      expect(existsSync(auditFolder(at.dataDir))).toBe(false);
      await trailOf(payload)?.cover();
      expect(await check(at, later)).toMatchObject({ ok: true, rows: 1, uncovered: 0, checkpoints: 1 });
      await payload.destroy();
    },
    within(120_000),
  );
});

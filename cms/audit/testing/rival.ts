import { trailOf } from '../trail-of.ts';
import { openAudit } from './open-audit.ts';

/**
 * One of several processes that write to one trail: `rival.ts URL DATA_DIR rows|torn COUNT NAME`. Waits for a line on standard
 * input, so that all start together. `torn` is killed after its first “将做”, before the change.
 */
const [url = '', dataDir = '', mode = '', count = '0', name = ''] = process.argv.slice(2);
const payload = await openAudit({ url, dataDir });
const trail = trailOf(payload);
if (!trail) throw new Error('no trail');
console.log('ready');
await new Promise((resolve) => process.stdin.once('data', resolve));

if (mode === 'torn') {
  const { append } = trail;
  trail.append = async (facts) => {
    const row = await append(facts);
    process.kill(process.pid, 'SIGKILL');
    return row;
  };
  await payload.db.create({
    collection: 'notes' as 'users',
    data: { id: 'torn', text: '写到一半' },
    req: { user: { id: 'u', name, roles: ['author'] }, headers: new Headers() } as never,
  });
}
for (let i = 0; i < Number(count); i += 1) {
  await trail.append({
    phase: 'event',
    said: `第${i}件事`,
    intent: null,
    actorId: name,
    actorName: name,
    actorRoles: null,
    ip: null,
    agent: null,
    api: null,
    act: 'update',
    target: 'notes',
    rowId: String(i),
    title: null,
    reason: null,
    changes: null,
  });
}
console.log('done');
process.exit(0);

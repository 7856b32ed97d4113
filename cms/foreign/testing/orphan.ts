// A parent for tests: tells the pid of its process apart, then (with `spin`) keeps it busy until somebody kills this one.
import { readApart } from '../read-apart.ts';
import { misbehave } from './misbehave.ts';

process.stdout.write(`${(await readApart(misbehave, { how: 'pid' })).said}\n`);
if (process.argv[2] === 'spin')
  await readApart({ ...misbehave, limits: { ...misbehave.limits, cpuSeconds: 600 } }, { how: 'spin' }).catch(
    () => undefined,
  );

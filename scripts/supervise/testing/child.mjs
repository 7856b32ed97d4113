// Stands in for the product: acts by the n-th entry of a plan (`kill,abort,loop,exit3,stay`), “+” means it came up first.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const [, , plan, state] = process.argv;
const turn = existsSync(state) ? Number(readFileSync(state, 'utf8')) : 0;
writeFileSync(state, String(turn + 1));
const act = plan.split(',')[turn] ?? 'stay+';
process.on('disconnect', () => process.exit(1));
process.stdout.write(`began ${turn} ${process.pid} ${process.env.CHENGXIN_RESTARTS ?? '[]'}\n`);
if (act.endsWith('+')) await new Promise((done) => process.send('ready', done));
switch (act.replace('+', '')) {
  case 'kill':
    process.kill(process.pid, 'SIGKILL');
    break;
  case 'abort':
    process.abort();
    break;
  case 'loop':
    for (;;);
  case 'exit1':
    process.exit(1);
    break;
  case 'exit3':
    process.exit(3);
    break;
  case 'exit0':
    process.exit(0);
    break;
  default:
    setInterval(() => process.send('beat'), 100);
    process.on('SIGTERM', () => process.exit(0));
    process.stdout.write('stays\n');
}

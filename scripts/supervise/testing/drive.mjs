// Supervises `child.mjs` as the product is supervised, with short times.
import { supervise } from '../supervise.mjs';

const [, , child, plan, state] = process.argv;
process.exit(
  await supervise({
    command: process.execPath,
    args: [child, plan, state],
    env: process.env,
    cwd: process.cwd(),
    say: (line) => process.stderr.write(`${line}\n`),
    hangMs: 1500,
    pauseMs: 20,
  }),
);

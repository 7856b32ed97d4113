// The second half of `npm run lint`: code that nothing needs any more (`.config/knip.mjs` says what counts). Silent when there is none.
import { spawn } from 'node:child_process';

const knip = (env, ...more) =>
  new Promise((resolve) => {
    const child = spawn(
      process.execPath,
      ['node_modules/knip/bin/knip.js', '--config', '.config/knip.mjs', '--no-progress', ...more],
      { stdio: 'inherit', env: { ...process.env, ...env } },
    );
    child.on('exit', (code) => resolve(code ?? 1));
  });

const codes = [
  await knip({ WITHOUT_TESTS: 'no' }),
  await knip({ WITHOUT_TESTS: 'yes' }, '--include', 'files,exports,types'),
];
process.exitCode = Math.max(...codes);

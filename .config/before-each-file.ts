// Loaded before each test file of one process: what an earlier file left in the environment is gone, and passwords are hashed
// with few rounds. How many the product asks for has a test of its own (`cms/accounts/password/rounds.test.ts`); the hundreds
// of accounts of other tests need not take a third of a second each.
import crypto from 'node:crypto';
import { registerHooks, syncBuiltinESMExports } from 'node:module';

const kept = Symbol.for('chengxin.tests.environment');
const here = globalThis as { [kept]?: NodeJS.ProcessEnv };
const many = 100_000;
const few = 10;

if (here[kept]) {
  for (const name of Object.keys(process.env)) if (!(name in here[kept])) delete process.env[name];
  Object.assign(process.env, here[kept]);
} else {
  here[kept] = { ...process.env };
  // Components of the shell import their style sheets, which Node cannot read and no test looks at.
  registerHooks({
    load: (url, context, next) =>
      url.endsWith('.css') ? { format: 'module', source: '', shortCircuit: true } : next(url, context),
  });
  const { pbkdf2 } = crypto;
  crypto.pbkdf2 = (password, salt, rounds, length, digest, done) =>
    pbkdf2(password, salt, rounds >= many ? few : rounds, length, digest, done);
  syncBuiltinESMExports();
}

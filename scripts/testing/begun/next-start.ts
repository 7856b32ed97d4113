// As a program: does what `chengxin start` does before its servers come up, tries the log-in that it would print, and says
// so in one line of JSON. For tests that have killed a start.
import { openReady } from '../../installation/open-ready.ts';

const ready = await openReady({ for: 'start', showsLogin: true });
const { payload, login, migrated } = ready;
const right = async (password: string): Promise<boolean> => {
  try {
    await payload.login({ collection: 'users', data: { email: login?.email ?? '', password } });
    return true;
  } catch (error) {
    // A one-time password that is right is answered by asking for one's own.
    return error instanceof Error && error.name === 'StepOwed';
  }
};
const opens = login !== null && (await right(login.password)) && !(await right(`${login.password}x`));
await ready.close();
process.stdout.write(`${JSON.stringify({ opens, migrated })}\n`, () => process.exit(0));

import './quick-imports.ts';
import { ContentError } from '../../campaigns/calendar/content-error.ts';
import { damagedSentence } from './damaged.ts';
import { exitCodes, Failure } from './failure.ts';
import { helpFor, helpForAll } from './help.ts';
import { say } from './talk.ts';
import { parseWords, type Verb } from './verb.ts';

/** Loaded on demand: `--help` and `calendar` must not pay for the CMS. */
const verbs: Record<string, () => Promise<{ verb: Verb }>> = {
  start: () => import('../verbs/start.ts'),
  build: () => import('../verbs/build.ts'),
  migrate: () => import('../verbs/migrate.ts'),
  seed: () => import('../verbs/seed.ts'),
  import: () => import('../verbs/import.ts'),
  check: () => import('../verbs/check.ts'),
  lexicons: () => import('../verbs/lexicons.ts'),
  audit: () => import('../verbs/audit.ts'),
  calendar: () => import('../verbs/calendar.ts'),
  campaign: () => import('../verbs/campaign.ts'),
  simulate: () => import('../verbs/simulate.ts'),
  rehearse: () => import('../verbs/rehearse.ts'),
  ledger: () => import('../verbs/ledger.ts'),
  account: () => import('../verbs/account.ts'),
  emulators: () => import('../verbs/emulators.ts'),
  faults: () => import('../verbs/faults.ts'),
  siege: () => import('../verbs/siege.ts'),
  doctor: () => import('../verbs/doctor.ts'),
  backup: () => import('../verbs/backup.ts'),
  restore: () => import('../verbs/restore.ts'),
  test: () => import('../verbs/test.ts'),
  bench: () => import('../verbs/bench.ts'),
};

async function main(argv: string[]): Promise<number> {
  const [name, ...rest] = argv;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    const all = await Promise.all(Object.values(verbs).map(async (load) => (await load()).verb));
    process.stdout.write(`${helpForAll(all)}\n`);
    return name === undefined ? exitCodes.usage : exitCodes.ok;
  }
  const load = Object.hasOwn(verbs, name) ? verbs[name] : undefined;
  if (!load) throw new Failure(`没有“${name}”这条命令：请运行 chengxin --help 查看全部命令。`, exitCodes.usage);
  const { verb } = await load();
  if (rest.includes('--help') || rest.includes('-h')) {
    process.stdout.write(`${helpFor(verb)}\n`);
    return exitCodes.ok;
  }
  return (await verb.run(parseWords(verb, rest))) ?? exitCodes.ok;
}

// The wrapper that started us holds an IPC channel: if it is killed, nobody could stop us any more.
process.channel?.unref();
process.on('disconnect', () => process.exit(exitCodes.failed));

try {
  const code = await main(process.argv.slice(2));
  // Database pools and Payload's own timers keep the loop alive; what had to be flushed was awaited.
  process.stdout.write('', () => process.exit(code));
} catch (error) {
  if (error instanceof Failure) {
    say(`✗ ${error.message}`);
    process.exit(error.exitCode);
  }
  // What people wrote into `content/` and can mend themselves.
  if (error instanceof ContentError) {
    say(`✗ ${error.message}`);
    process.exit(exitCodes.environment);
  }
  const damaged = await damagedSentence(error);
  if (damaged) {
    say(`✗ ${damaged}`);
    process.exit(exitCodes.environment);
  }
  say('✗ 程序内部出错，请把下面的内容发给维护人员：');
  say(error instanceof Error ? (error.stack ?? error.message) : String(error));
  process.exit(exitCodes.failed);
}

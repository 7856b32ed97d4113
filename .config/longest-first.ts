import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take longest, in this order: begun last, one of them would be waited for alone. */
const longest = [
  // The first two of the whole products wait for no copy of the same installation: one makes it, the other has its own.
  'e2e/unlawful',
  'e2e/begun',
  'e2e/saved',
  'e2e/kill',
  'e2e/mongodb',
  'e2e/chain',
  'e2e/siege',
  'e2e/week-on',
  'e2e/day',
  'e2e/supervise',
  'e2e/simulate',
  'e2e/start',
  'e2e/public',
  'e2e/doors',
  'e2e/accounts',
  'e2e/full-disk',
  'e2e/live',
  'e2e/outside-reader',
  'e2e/callbacks',
  'faults/storm',
  'http/refusals',
  'starter/seed',
  'store/store',
  'tick/loops',
  'verify/tampering',
  'testing/hostile-files',
  'migrate/killed',
  'tick/full-disk',
  'migrate/migrate-database',
  'faults/stopped',
  'decade/decade',
  'strict/strict',
  'sign-in/flood',
  'access/rest',
  'foreign/read-apart',
  'server/start-site',
  'store/sqlite-guard',
];
const place = ({ moduleId }: TestSpecification) => {
  const at = longest.findIndex((name) => moduleId.endsWith(`${name}.test.ts`));
  return at === -1 ? longest.length : at;
};

/** The order of a run, the same on a machine that has never run the tests: vitest knows how long they took only from before. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).toSorted((a, b) => place(a) - place(b));
  }
}

import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take longest, in this order: begun last, one of them would be waited for alone. */
const longest = [
  'e2e/kill', 'e2e/saved', 'e2e/chain', 'e2e/supervise', 'e2e/begun', 'e2e/day', 'e2e/outside-reader', 'e2e/mongodb', 'e2e/accounts', 'e2e/live',
  'store/store', 'faults/storm', 'sign-in/flood', 'foreign/read-apart', 'faults/stopped', 'server/start-site', 'store/sqlite-guard',
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

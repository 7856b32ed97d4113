/** One thing that a public page says the system does, and what makes it true. */
export interface PublicPromise {
  id: string;
  /** As it stands in the source of the page, without markup. */
  says: string;
  /** Where it is written. */
  where: string;
  /**
   * `state`: it appears only when the system has found it to be so. `always`: the program does it in every case; nobody can
   * switch it off. `made`: pages are built that way.
   */
  kind: 'state' | 'always' | 'made';
  /** What it rests on, for people. */
  restsOn: string;
  /** The test that fails when it is no longer so: its file, and the beginning of its name. */
  proof: { file: string; test: string };
}

export const promiseKinds: Record<PublicPromise['kind'], string> = {
  state: '查实了才出现',
  always: '程序必定照办',
  made: '页面就是这样做的',
};

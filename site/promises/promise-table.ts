import { promiseKinds, type PublicPromise } from './promise.ts';

/** The promises as the table of `docs/promises.md`. */
export function promiseTable(promises: readonly PublicPromise[]): string {
  const rows = promises.map(
    ({ kind, proof, restsOn, says, where }) =>
      `| ${says} | \`${where}\` | ${promiseKinds[kind]} | ${restsOn} | \`${proof.file}\`：${proof.test} |`,
  );
  return ['| 页面上写的 | 写在哪里 | 性质 | 凭什么 | 哪个测试守着 |', '|---|---|---|---|---|', ...rows].join('\n');
}

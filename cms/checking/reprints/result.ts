/** What became of a source, looked at again. */
export const sourceResults = {
  stands: '源稿还在，没有改动',
  changed: '源稿改动过',
  gone: '源稿已经删除或撤回',
} as const;

export type SourceResult = keyof typeof sourceResults;

/** Said once of each version: a new one is looked at anew. */
export const keyOfResult = (releaseId: string, result: SourceResult): string => `reprint/${result}:${releaseId}`;

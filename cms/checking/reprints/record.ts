import type { Payload } from 'payload';
import { v7 as uuidv7 } from 'uuid';
import { insertRow } from '../../database/insert-once.ts';
import { keyOfResult, sourceResults, type SourceResult } from './result.ts';

export interface Looked {
  storyId: string;
  releaseId: string;
  source: string;
  url: string;
  result: SourceResult;
  /** Who looked; the machine says what it is. */
  by: { id: string | null; name: string };
  at: Date;
}

/** Keeps who looked at a source when, and what was found, among the judgements (核对记录). Saying it twice changes nothing. */
export async function recordSource(
  payload: Payload,
  { at, by, releaseId, result, source, storyId, url }: Looked,
): Promise<void> {
  const key = keyOfResult(releaseId, result);
  await insertRow(payload.db, 'check-memory', 'key', {
    id: uuidv7(),
    key,
    mark: key,
    rule: `reprint/${result}`,
    text: `转载自${source} ${url}`.slice(0, 200),
    mend: null,
    scope: 'story',
    story: storyId,
    edition: null,
    reason: sourceResults[result],
    by: by.name,
    byId: by.id,
    at: at.toISOString(),
  });
}

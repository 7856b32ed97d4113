import { readable } from '../../campaigns/bulkhead/each.ts';
import { tellStuck } from '../../campaigns/bulkhead/stuck.ts';
import type { Payload } from 'payload';
import { readChanges, type Watched } from './payload/changed-rows.ts';
import { relatedTags, tagsOf, type Remembered } from './payload/change-tags.ts';
import { readBeginnings, readEndings, type Ending, type Turn } from './payload/endings.ts';
import { watchFiles } from '../texts/files/watch-files.ts';
import { databaseState } from '../database/moved.ts';
import { forgetCopies } from '../texts/files/copies-now.ts';
import { append } from '../../campaigns/lists/append.ts';

export interface ChangeFeed {
  /**
   * Tags of `tags.ts` whose pages changed since the last call; the first call answers `all` and what is withdrawn. A part that
   * cannot be read is told as stuck and asked again, the others' changes are told; when it answers again, all counts as changed.
   * Rejects when no part can be read.
   */
  poll(): Promise<string[]>;
  /** True when at the last look stories came and nothing else changed: what the public sees is right, and lacks them. */
  onlyAdded(): boolean;
  /** What is live and will go by itself, as of the last look; kept in memory, so that it is known while the database is away. */
  endings(): readonly Ending[];
  /** What is signed and will come by itself, the same way. */
  beginnings(): readonly Turn[];
}

/**
 * Rows written by another process may appear a moment after later ones: each look goes back this far, until nothing newer
 * has come for as long.
 */
const overlapMs = 10_000;
/** The newest instant met so far, and since when it has been, on the process's own steady clock. */
interface Cursor {
  newest: number;
  since: number;
}
const collections: Watched[] = ['publications', 'columns', 'campaigns', 'posts', 'occasion-notices', 'public-texts'];
/** What is looked at, in words for the log. */
const parts = {
  publications: '网站上的稿件',
  columns: '栏目',
  campaigns: '活动',
  posts: '排期',
  'occasion-notices': '节点通知',
  'public-texts': '公开文字',
  files: '内容文件',
  endings: '到期下线的时间',
  beginnings: '定时上线的时间',
} as const;
type Part = keyof typeof parts;
/** What turns by the clock; pages learn of it also later. */
const turns: ReadonlySet<Part> = new Set(['endings', 'beginnings'] as const);

/**
 * What changed for the public, by comparing rows with a cursor over their `updatedAt` (design: level-triggered; no event
 * can be lost). Cheap enough to be asked twice a second. Works across processes on one database.
 */
export function createChangeFeed(payload: Payload): ChangeFeed {
  const cursors = new Map<Watched, Cursor>();
  /** Row id → the `updatedAt` already told. */
  const told = new Map<string, string>();
  const remembered: Remembered = new Map();
  const counts = new Map<Watched, number>();
  let first = true;
  let endings: Ending[] = [];
  let beginnings: Turn[] = [];
  let onlyAdded = false;
  const files = watchFiles(payload);
  /**
   * The states of the database that the last two looks have seen. One is not enough: of two writes at the same moment
   * MongoDB may name the later one while the earlier one cannot be read yet.
   */
  let lookedAt: (string | null)[] = [null, null];

  /** Parts that could not be read at the last look. */
  const missing = new Set<Part>();
  let failures: unknown[] = [];
  /** What this part says, or `instead`; then it is told and asked again at the next look. */
  async function own<T>(part: Part, ask: () => Promise<T>, instead: T): Promise<T> {
    try {
      return await ask();
    } catch (error) {
      failures.push(error);
      missing.add(part);
      tellStuck(`changes ${part}`, `网站要看的“${parts[part]}”`, error);
      return instead;
    }
  }

  async function look(collection: Watched): Promise<string[]> {
    const cursor = cursors.get(collection);
    const quiet = cursor !== undefined && performance.now() - cursor.since > overlapMs;
    const { rows, total } = await readChanges(
      payload,
      collection,
      cursor === undefined ? null : { at: new Date(cursor.newest - (quiet ? 0 : overlapMs)), after: quiet },
    );
    const fresh = rows.filter((row) => told.get(row.id) !== row.updatedAt);
    // Before anything is rendered anew: what was agreed to is read, not remembered.
    if (collection === 'public-texts' && fresh.length > 0) forgetCopies(payload);
    if (fresh.some((row) => collection !== 'publications' || row.state !== 'live' || remembered.has(row.id)))
      onlyAdded = false;
    const tags = readable(
      fresh,
      ({ id }) => [`${collection} ${id}`, `${collection} 里的一条（${id}）`],
      (row) => tagsOf(collection, row, remembered),
    ).flat();
    if (!first && fresh.length > 0) append(tags, await own('posts', () => relatedTags(payload, collection, fresh), []));
    const before = counts.get(collection) ?? total;
    // Deleted rows leave no trace in updatedAt.
    if (total < before + fresh.filter((row) => !told.has(row.id)).length) {
      tags.push('all');
      onlyAdded = false;
    }
    for (const row of fresh) told.set(row.id, row.updatedAt);
    counts.set(collection, total);
    // A time that cannot be read must not become the cursor: every later look would fail by it.
    const newest = rows.reduce(
      (latest, row) => Math.max(latest, Date.parse(row.updatedAt) || 0),
      cursor?.newest ?? overlapMs,
    );
    if (newest !== cursor?.newest) cursors.set(collection, { newest, since: performance.now() });
    return tags;
  }

  return {
    endings: () => endings,
    beginnings: () => beginnings,
    onlyAdded: () => onlyAdded,
    async poll() {
      const tags: string[] = [];
      onlyAdded = !first;
      // Most often nobody has written anything: then the database is asked nothing more.
      const state = await databaseState(payload);
      const behind = [...missing];
      missing.clear();
      const same = state !== null && behind.length === 0 && lookedAt.every((before) => before === state);
      failures = [];
      if (!same) for (const collection of collections) append(tags, await own(collection, () => look(collection), []));
      if (collections.every((collection) => missing.has(collection))) throw failures[0];
      lookedAt = [lookedAt[1] ?? null, state];
      const touched = await own('files', () => files.poll(), []);
      if (touched.length > 0) onlyAdded = false;
      append(tags, touched);
      // What was missed meanwhile nobody knows.
      if (behind.some((part) => !turns.has(part) && !missing.has(part))) tags.push('all');
      if (behind.length + missing.size > 0) onlyAdded = false;
      // Before anybody renders anew what has changed: the new pages must know how long they are right.
      if (first || tags.length > 0 || behind.some((part) => turns.has(part))) {
        endings = await own('endings', () => readEndings(payload), endings);
        beginnings = await own('beginnings', () => readBeginnings(payload), beginnings);
      }
      if (!first) return [...new Set(tags)];
      first = false;
      // Files on disk may be from before this process: nobody knows what happened in between. What is withdrawn is named
      // all the same: not even an old file of it may be shown.
      return ['all', ...new Set(tags.filter((name) => name.startsWith('gone:')))];
    },
  };
}

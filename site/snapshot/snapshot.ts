import { machineNow } from '../server/machine-clock.ts';
import { AsyncLocalStorage } from 'node:async_hooks';
import { BodyCache } from './body-cache.ts';
import { ChangeLog } from './change-log.ts';
import type { Entry, Meta } from './entry.ts';
import { SnapshotFiles, sha256 } from './files.ts';
import { snapshotKey } from './key.ts';
import { PageIndex, type Page } from './page-index.ts';
import { RefreshQueue } from './refresh-queue.ts';
import { Horizon, type Turn } from './horizon.ts';
import { mediaRefs, respond, storable, tagsOf, type Served } from './response.ts';

export interface SnapshotOptions {
  /** Folder of the files; created when missing. */
  root: string;
  /** Query parameters that select a different page. */
  query?: readonly string[];
  /** How long a visitor waits for a rendering while an older file exists, in milliseconds. */
  patience?: number;
  /** How long after a failed rendering the older file is shown without trying again, in milliseconds. */
  pause?: number;
  /** How long a page that only lacks something new is still shown as it is, while it is rendered again beside that, in milliseconds. */
  grace?: number;
  warn?: (sentence: string) => void;
  /** Milliseconds by the injected clock: says when a page is over. */
  now?: () => number;
}

type Next = () => Promise<Response>;
type Address = Pick<URL, 'pathname' | 'search'>;
interface Flight {
  generation: number;
  done: Promise<Entry | null>;
}

/**
 * Every page rendered once per change and kept as a file. A page is shown from its file only while nothing it depends on
 * has changed; when rendering fails the older file is shown instead, so the site stays up without its database.
 * After a start no file is trusted until it has been rendered again: changes may have happened in between.
 */
export class Snapshot {
  readonly files: SnapshotFiles;
  #index = new PageIndex();
  #log = new ChangeLog();
  #bodies = new BodyCache(64 * 1024 * 1024);
  #flights = new Map<string, Flight>();
  #writes = new Map<string, Promise<void>>();
  #failed = new Map<string, number>();
  /** Pages that are kept no more and whose files could not be deleted yet. */
  #left = new Set<string>();
  #queue = new RefreshQueue(2, (key) => this.#refresh(key));
  #horizon = new Horizon();
  #inside = new AsyncLocalStorage<string>();
  #renderer: ((path: string) => Promise<void>) | null = null;
  #options: Required<SnapshotOptions>;

  private constructor(options: SnapshotOptions) {
    this.#options = {
      query: [],
      patience: 5000,
      pause: 2000,
      grace: 2000,
      warn: () => undefined,
      now: machineNow,
      ...options,
    };
    this.files = new SnapshotFiles(options.root);
  }

  static async open(options: SnapshotOptions): Promise<Snapshot> {
    const snapshot = new Snapshot(options);
    for (const meta of await snapshot.files.scan()) snapshot.#index.set(meta, false);
    return snapshot;
  }

  get size(): number {
    return this.#index.size;
  }

  /** The name of an address in the snapshot, or null when it is never kept. */
  key(address: Address): string | null {
    return snapshotKey(address.pathname, address.search, this.#options.query);
  }

  /** The file of a page although something may have changed since: for when nothing can be rendered. Null when there is none. */
  async standIn(key: string): Promise<Entry | null> {
    const page = this.#index.get(key);
    return page && !this.isOver(page.meta) ? this.#load(page.meta) : null;
  }

  /** True when the page is kept, fresh or not. */
  knows(key: string): boolean {
    return this.#index.get(key) !== undefined;
  }

  /** The kept page, when it may be shown without rendering: nothing on it has changed, or it lacks only what has come this moment. */
  hit(key: string): Promise<Entry | null> {
    return this.#kept(
      key,
      (page) =>
        this.#isWhole(page) ||
        (page.lacksSince !== undefined && performance.now() - page.lacksSince < this.#options.grace),
    );
  }

  async #kept(key: string, good: (page: Page) => boolean): Promise<Entry | null> {
    const page = this.#index.get(key);
    if (!page || !good(page) || this.isOver(page.meta)) return null;
    const entry = await this.#load(page.meta);
    // While the file was read the page may have been invalidated or replaced: then it is no hit.
    return entry && this.#index.get(key) === page && good(page) ? entry : null;
  }

  /** Answers from the file, or renders with `next` and keeps the result. Rejects as `next` does when there is no older file. */
  async serve(address: Address, next: Next): Promise<Response> {
    const key = this.key(address);
    // Astro renders its error page through the cache again, under the same address: that must not wait for itself.
    if (key === null || this.#inside.getStore() === key) return next();
    const hit = await this.#kept(key, (page) => this.#isWhole(page));
    if (hit) return this.#respond(hit, 'hit');
    return this.#renderOrFallBack(key, `${address.pathname}${address.search}`, next);
  }

  /** True when the page shows something that has ended since it was rendered: its file is never shown again. */
  isOver({ until }: Meta): boolean {
    return until !== undefined && Date.parse(until) <= this.#options.now();
  }

  /** Nothing on it has changed, and nothing that it should show has come since it was rendered. */
  #isWhole({ fresh, meta: { lacksFrom } }: Page): boolean {
    return fresh && (lacksFrom === undefined || Date.parse(lacksFrom) > this.#options.now());
  }

  /** From now on pages with these tags know when they are over, and when they lack something, also those that are kept already. */
  expect(endings: readonly Turn[], beginnings: readonly Turn[] = []): void {
    this.#horizon.set(endings, beginnings);
    for (const key of this.#index.affected(beginnings.flatMap(({ tags }) => tags))) {
      const meta = this.#index.get(key)?.meta;
      if (meta) this.#lack(meta, Date.parse(meta.storedAt));
    }
    for (const { at, tags } of endings) {
      for (const key of this.#index.affected(tags)) {
        const meta = this.#index.get(key)?.meta;
        if (meta && (meta.until === undefined || Date.parse(at) < Date.parse(meta.until))) meta.until = at;
      }
    }
  }

  /**
   * Nothing that depends on `tags` is shown again before it has been rendered again. Returns how many pages that are.
   * @param change `added` when something new has come and nothing that was shown has changed: then nobody waits for the
   * rendering, the pages are shown as they are for the grace of a moment
   */
  invalidate(tags: readonly string[], change: 'changed' | 'added' = 'changed'): number {
    this.#log.add(tags);
    return this.#distrust(this.#index.affected(tags), change === 'added' ? performance.now() : undefined);
  }

  /** Like `invalidate`, for one address. */
  invalidatePath(address: Address): number {
    const key = this.key(address);
    return key === null ? 0 : this.#distrust([key]);
  }

  /**
   * Throws away the files of what must not be seen again: such an address is rendered or not answered, no older file
   * stands in when rendering fails. Call it after `invalidate`, so that a rendering under way is not kept either.
   * Rejects when a file could not be deleted (none of them is shown by us, but a web server in front may): call it again.
   */
  async forget(mustGo: (key: string) => boolean): Promise<void> {
    await Promise.all([...this.#index.keys(), ...this.#left].filter(mustGo).map((key) => this.#remove(key)));
    const left = [...this.#left].filter(mustGo);
    if (left.length > 0) throw new Error(`${left.join('、')} 的文件删不掉。`);
  }

  /** From now on stale pages are rendered again in the background by asking for their path. Null stops it. */
  refreshWith(renderer: ((path: string) => Promise<void>) | null): void {
    this.#renderer = renderer;
    if (!renderer) this.#queue.clear();
  }

  /** Queues every page that is not fresh: after a start, and from time to time in case a rendering failed. */
  sweep(): void {
    if (this.#renderer) this.#queue.add(this.#index.stale());
  }

  /** Resolves when the background has nothing left to do. */
  idle(): Promise<void> {
    return this.#queue.idle();
  }

  /** @param since when the page was begun: what came later it does not show */
  #lack(meta: Meta, since: number): void {
    const next = this.#horizon.next(meta.tags, since);
    if (next === null) delete meta.lacksFrom;
    else meta.lacksFrom = next;
  }

  #distrust(keys: string[], lacksSince?: number): number {
    const marked = this.#index.markStale(keys, lacksSince);
    this.#failed.clear();
    if (this.#renderer) this.#queue.add(marked);
    return marked.length;
  }

  async #renderOrFallBack(key: string, path: string, next: Next): Promise<Response> {
    const known = this.#index.get(key);
    const older = known && !this.isOver(known.meta) ? known : undefined;
    const failedAt = this.#failed.get(key);
    if (older && failedAt !== undefined && performance.now() - failedAt < this.#options.pause) {
      const entry = await this.#load(older.meta);
      if (entry) return this.#respond(entry, 'stale');
    }
    const rendering = this.#join(key, path, next);
    if (!older) return rendering;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<null>((resolve) => (timer = setTimeout(resolve, this.#options.patience, null)));
    let failure: unknown = null;
    const response = await Promise.race([rendering, late]).catch((error: unknown) => ((failure = error), null));
    clearTimeout(timer);
    if (response && response.status < 500) return response;
    const entry = await this.#load(older.meta);
    if (!entry) return rendering;
    this.#failed.set(key, performance.now());
    this.#options.warn(
      `页面 ${path} 暂时无法更新，先用上一次的文件：${failure instanceof Error ? failure.message : '数据没有及时返回'}`,
    );
    return this.#respond(entry, 'stale');
  }

  /** Shares a rendering that began after the newest change, or begins one. */
  async #join(key: string, path: string, next: Next): Promise<Response> {
    const flight = this.#flights.get(key);
    const entry = flight?.generation === this.#log.generation ? await flight.done : null;
    return entry ? this.#respond(entry, 'hit') : this.#render(key, path, next);
  }

  async #render(key: string, path: string, next: Next): Promise<Response> {
    const generation = this.#log.generation;
    const begun = this.#options.now();
    let settle: (entry: Entry | null) => void = () => undefined;
    const flight: Flight = { generation, done: new Promise((resolve) => (settle = resolve)) };
    this.#flights.set(key, flight);
    try {
      const response = await this.#inside.run(key, next);
      if (!storable(response)) {
        if (response.status < 500) await this.#remove(key);
        return response;
      }
      const entry = await entryOf(key, path, response, new Date(begun));
      this.#lack(entry.meta, begun);
      const until = this.#horizon.of(entry.meta.tags);
      if (until !== null) entry.meta.until = until;
      await this.#store(entry, generation);
      settle(entry);
      return this.#respond(entry, 'new');
    } finally {
      settle(null);
      if (this.#flights.get(key) === flight) this.#flights.delete(key);
    }
  }

  #store(entry: Entry, generation: number): Promise<void> {
    const { key, tags, refs } = entry.meta;
    return this.#alone(key, async () => {
      if (!this.#log.overtook(generation, tags)) {
        const before = this.#index.get(key)?.meta.refs ?? [];
        await this.files.write(entry);
        // The disk took its time: ask again before the page counts as fresh.
        const fresh = !this.#log.overtook(generation, tags);
        this.#index.set(entry.meta, fresh);
        this.#left.delete(key);
        this.#bodies.set(entry);
        this.#failed.delete(key);
        this.#recheckMedia(before, refs);
        if (fresh) return;
      }
      if (this.#renderer && this.#index.get(key)) this.#queue.add([key]);
    });
  }

  #remove(key: string): Promise<void> {
    const page = this.#index.get(key);
    if (!page && !this.#left.has(key)) return Promise.resolve();
    return this.#alone(key, async () => {
      this.#index.delete(key);
      this.#bodies.delete(key);
      this.#left.add(key);
      this.#recheckMedia(page?.meta.refs ?? [], []);
      await this.files.remove(key);
      this.#left.delete(key);
    });
  }

  /** A picture that a page no longer shows may have been withdrawn with its story: ask again before showing it. */
  #recheckMedia(before: string[], after: string[]): void {
    const kept = new Set(after);
    const gone = before.filter((ref) => !kept.has(ref));
    if (gone.length > 0) this.#distrust(gone);
  }

  #respond(entry: Entry, served: Served): Response {
    return respond(entry, served, this.#options.now());
  }

  /** One write or removal of a key at a time. */
  #alone(key: string, work: () => Promise<void>): Promise<void> {
    const turn = (this.#writes.get(key) ?? Promise.resolve()).then(work).catch((error: unknown) => {
      this.#options.warn(`快照文件 ${key} 写不进去或删不掉：${error instanceof Error ? error.message : String(error)}`);
    });
    this.#writes.set(key, turn);
    void turn.then(() => this.#writes.get(key) === turn && this.#writes.delete(key));
    return turn;
  }

  async #load(meta: Meta): Promise<Entry | null> {
    const cached = this.#bodies.get(meta.key, meta.hash);
    if (cached) return cached;
    const body = await this.files.body(meta);
    if (!body) return null;
    const entry = { meta, body };
    this.#bodies.set(entry);
    return entry;
  }

  async #refresh(key: string): Promise<void> {
    const page = this.#index.get(key);
    if (page && !page.fresh) await this.#renderer?.(page.meta.path);
  }
}

async function entryOf(key: string, path: string, response: Response, now: Date): Promise<Entry> {
  const body = new Uint8Array(await response.arrayBuffer());
  const { headers, tags } = tagsOf(response);
  const html = headers.some(([name, value]) => name === 'content-type' && value.startsWith('text/html'));
  const meta: Meta = {
    key,
    path,
    headers,
    // The frame of every page shows the site's names and its navigation.
    tags: html ? [...new Set([...tags, 'region', 'columns'])] : tags,
    refs: html ? mediaRefs(body) : [],
    hash: sha256(body),
    bytes: body.byteLength,
    storedAt: now.toISOString(),
  };
  return { meta, body };
}

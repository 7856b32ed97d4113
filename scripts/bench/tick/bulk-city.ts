import type { Model, ModelKind } from './model-city.ts';
import type { Row, Tables } from './tables.ts';

const yearMs = 365 * 86_400_000;
/** One in so many stories was taken back; as many were corrected. */
const every = 100;

/** A row's id: of one kind, in the order of its number, of the shape that all ids have. */
const idOf = (kind: number, n: number) => `01900000-000${kind}-7000-8000-${n.toString(16).padStart(12, '0')}`;
const kindOf = (n: number): ModelKind =>
  n % every === 0 ? 'withdrawn' : n % every === every / 2 ? 'corrected' : 'plain';

/**
 * Fills the database with `stories` signed stories of the last ten years, one in a hundred taken back and one corrected,
 * each settled to the end, and `deliveries` finished copies of them with their attempts.
 */
export async function bulkCity(
  tables: Tables,
  models: Record<ModelKind, Model>,
  { stories, deliveries, now }: { stories: number; deliveries: number; now: Date },
): Promise<void> {
  const at = (n: number, of: number) => new Date(now.getTime() - 3_600_000 - Math.floor((1 - n / of) * 10 * yearMs));
  for (const kind of ['plain', 'withdrawn', 'corrected'] as const) {
    const { delivery, release, story } = models[kind];
    const numbers = Array.from({ length: stories }, (_, n) => n).filter((n) => kindOf(n) === kind);
    const model = async (collection: string, field: string, value: string): Promise<Row> => {
      const [row] = await tables.rows(collection, field, value);
      if (!row) throw new Error(`no ${collection}`);
      return row;
    };
    const fill = async (collection: string, row: Row, change: (n: number, when: Date) => Row) =>
      tables.fill(collection, row, numbers.length, (i) => {
        const n = numbers[i]!;
        const when = at(n, stories);
        return { createdAt: when, updatedAt: when, ...change(n, when) };
      });
    const [storyId, releaseId, decisionId] = [
      (n: number) => idOf(1, n),
      (n: number) => idOf(2, n),
      (n: number) => idOf(3, n),
    ];
    await fill('stories', await model('stories', 'id', story), (n) => ({ id: storyId(n), number: null }));
    await fill('releases', await model('releases', 'id', release), (n, when) => ({
      id: releaseId(n),
      key: `${storyId(n)}:1`,
      story: storyId(n),
      signedAt: when,
    }));
    await fill('publications', await model('publications', 'story', story), (n, when) => ({
      id: idOf(4, n),
      story: storyId(n),
      release: releaseId(n),
      serial: 1000 + n,
      firstPublishedAt: when,
      publishedAt: when,
      month: when.toISOString().slice(0, 7),
      ...(kind === 'withdrawn' ? { withdrawnAt: when } : {}),
    }));
    if (kind === 'withdrawn')
      await fill('withdrawals', await model('withdrawals', 'key', release), (n, when) => ({
        id: decisionId(n),
        key: releaseId(n),
        story: storyId(n),
        decidedAt: when,
      }));
    if (kind === 'corrected')
      await fill('corrections', await model('corrections', 'story', story), (n, when) => ({
        id: decisionId(n),
        key: `${releaseId(n)}:0`,
        story: storyId(n),
        release: releaseId(n),
        at: when,
      }));
    // Copies of this kind, evenly over its stories.
    const copies = Math.round((deliveries * numbers.length) / stories);
    const order = { plain: null, withdrawn: 'w', corrected: 'c' }[kind];
    const copy = (i: number) => {
      const n = numbers[i % numbers.length]!;
      const round = Math.floor(i / numbers.length);
      return { n, id: idOf(5, round * stories + n), when: at(n, stories) };
    };
    await tables.fill('deliveries', await model('deliveries', 'id', delivery), copies, (i) => {
      const { id, n, when } = copy(i);
      return {
        id,
        key: `bench:${id}`,
        postId: `bench-${id}`,
        releaseId: releaseId(n),
        plannedAt: when,
        sentAt: when,
        externalId: id,
        ...(order ? { recallOrder: `${order}:${decisionId(n)}`, recallAt: when } : {}),
      };
    });
    const attempts = await tables.rows('attempts', 'deliveryId', delivery);
    for (const [k, attempt] of attempts.entries()) {
      await tables.fill('attempts', attempt, copies, (i) => {
        const { id, when } = copy(i);
        return {
          id: `${id.slice(0, 14)}${k + 1}${id.slice(15)}`,
          claim: `${id}#${k + 1}`,
          deliveryId: id,
          startedAt: when,
          leaseUntil: when,
          finishedAt: when,
        };
      });
    }
  }
}

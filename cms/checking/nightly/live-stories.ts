import { pages } from '../../database/pages.ts';
import { readable } from '../../../campaigns/bulkhead/each.ts';
import type { Payload, Where } from 'payload';
import type { Publication } from '../../payload-types.ts';
import { idOf } from '../../database/id-of.ts';
import { snapshotOf } from '../../release/publication-row.ts';
import type { Snapshot } from '../../story/snapshot.ts';
import type { Subject } from './nightly-finding.ts';

/** One story as the public sees it now. */
export interface LiveStory {
  subject: Extract<Subject, { kind: 'story' }>;
  kind: string;
  snapshot: Snapshot;
  /** Of the version that is live. */
  signedAt: Date;
  /** As pages show it. */
  firstPublishedAt: Date;
}

const size = 100;
/** What waits for its minute is looked at as well: once it has come nobody asks any more before it is seen. */
const live: Where = { state: { in: ['live', 'waiting'] } };

/** Everything live, a hundred at a time: a site of many years must not stand in memory at once. */
export async function* liveStories(payload: Payload): AsyncGenerator<LiveStory> {
  // The numbers alone: a row that cannot be read must not look like the end.
  const ask = async (after: number | null) =>
    (
      await payload.find({
        collection: 'publications',
        where: { and: [live, { serial: { greater_than: after ?? 0 } }] },
        sort: 'serial',
        limit: size,
        depth: 0,
        pagination: false,
        select: { serial: true },
      })
    ).docs;
  for await (const page of pages(ask, ({ serial }) => serial)) {
    const [first, last] = [page[0]?.serial ?? 0, page.at(-1)?.serial ?? 0];
    const { docs } = await payload.find({
      collection: 'publications',
      where: { and: [live, { serial: { greater_than_equal: first, less_than_equal: last } }] },
      sort: 'serial',
      depth: 0,
      pagination: false,
      select: { searchText: false },
    });
    const releases = await payload.find({
      collection: 'releases',
      where: { id: { in: docs.map(({ release }) => idOf(release) ?? '') } },
      depth: 0,
      pagination: false,
    });
    const byId = new Map(releases.docs.map((row) => [row.id, row]));
    yield* readable(
      docs,
      ({ story, title }) => [`story ${idOf(story)}`, `稿件《${title}》`],
      (row): LiveStory => {
        const release = byId.get(idOf(row.release) ?? '');
        if (!release) throw new Error('在线的这一版，签发稿不见了或读不出来：请打开稿件，重新送审签发。');
        return {
          subject: subjectOf(row),
          kind: row.kind,
          snapshot: snapshotOf(release),
          signedAt: new Date(release.signedAt),
          firstPublishedAt: new Date(row.firstPublishedAt),
        };
      },
    );
  }
}

const subjectOf = (
  row: Pick<Publication, 'story' | 'release' | 'serial' | 'title' | 'kind'>,
): LiveStory['subject'] => ({
  kind: 'story',
  storyId: idOf(row.story) ?? '',
  releaseId: idOf(row.release) ?? '',
  serial: row.serial,
  title: row.title,
  path: `${row.kind === 'material' ? '/teach' : '/s'}/${row.serial}`,
});

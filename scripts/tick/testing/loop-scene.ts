import type { CollectionSlug, Payload } from 'payload';
import { createManualClock } from '../../../campaigns/outbox/engine/manual-clock.ts';
import type { Clock } from '../../../campaigns/ports/clock.ts';
import type { Publication } from '../../../cms/payload-types.ts';
import { createReader } from '../../../cms/read/payload-reader.ts';
import type { Reader } from '../../../cms/read/reader.ts';
import { draft, release, type Desk } from '../../../cms/testing/story.ts';
import { poison } from '../../../cms/testing/poison.ts';

/** A desk with helpers for breaking what stands in its database. */
export interface LoopScene {
  payload: Payload;
  desk: Desk;
  clock: Clock & { advance(seconds: number): void };
  reader: Reader;
  /** A story, signed and live. */
  signed(title: string): Promise<{ story: string; release: string; publication: string; serial: number }>;
  publication(story: string): Promise<Publication | undefined>;
  /** A nomination in any state, past the rules that lead to it. */
  nomination(name: string, data: object): Promise<string>;
  paper(): Promise<string>;
  campaign(slug: string, data?: object): Promise<string>;
  poison(collection: string, id: string, field: string, value: unknown): Promise<void>;
  there(collection: CollectionSlug, id: string): Promise<boolean>;
}

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

export function loopScene(payload: Payload, desk: Desk): LoopScene {
  const clock = createManualClock(new Date());
  const publication = async (story: string) =>
    (await payload.find({ collection: 'publications', where: { story: { equals: story } }, depth: 0 })).docs[0];
  return {
    payload,
    desk,
    clock,
    publication,
    reader: createReader({ payload, clock, demo: true, siteUrl: 'http://localhost' }),
    async signed(title) {
      const { id } = await draft(payload, desk.author, { title });
      const releaseId = await release(payload, id, desk);
      const row = await publication(id);
      return { story: id, release: releaseId, publication: row?.id ?? '', serial: row?.serial ?? 0 };
    },
    async nomination(name, data) {
      const { id } = await payload.create({
        collection: 'nominations',
        data: { name, subject: 'person', state: 'draft' } as never,
      });
      await payload.db.updateOne({ collection: 'nominations', id, data: data as never, returning: false });
      return id;
    },
    paper: async () =>
      (
        await payload.create({
          collection: 'papers',
          data: { title: '同意书（示例）' } as never,
          file: { data: png, name: 'a.png', mimetype: 'image/png', size: png.length },
        })
      ).id,
    campaign: async (slug, data = {}) =>
      (
        await payload.create({
          collection: 'campaigns',
          data: {
            title: slug,
            slug,
            year: Number(clock.now().toISOString().slice(0, 4)),
            theme: '示例',
            standfirst: '示例',
            occasion: 'credit-record-day',
            rehearsal: false,
            state: 'confirmed',
            phases: [{ name: '当天', startOffset: 0, endOffset: 0 }],
            ...data,
          } as never,
        })
      ).id,
    poison: (collection, id, field, value) => poison(payload, collection, id, field, value),
    there: async (collection, id) => (await payload.count({ collection, where: { id: { equals: id } } })).totalDocs > 0,
  };
}

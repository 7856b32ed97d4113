import { each } from '../../../campaigns/bulkhead/each.ts';
import type { Payload } from 'payload';
import { civilDay, type CivilDay } from '../../../campaigns/calendar/civil-day.ts';
import { columnClocks, columnFindings } from '../../checks/facts/column-clock.ts';
import type { NightlyFinding } from './nightly-finding.ts';
import type { NightlyTerms } from '../../content/load-nightly-terms.ts';
import { contentOf } from '../../content/content.ts';

/** Columns that are blank or about to go stale (国办秘函〔2019〕19号). */
export async function checkColumns(payload: Payload, today: CivilDay, terms: NightlyTerms): Promise<NightlyFinding[]> {
  const { docs } = await payload.find({
    collection: 'columns',
    depth: 0,
    pagination: false,
    sort: 'slug',
    select: { slug: true, name: true, type: true },
  });
  const found = await each(
    docs,
    ({ name, slug }) => [`column ${slug}`, `栏目“${name}”`],
    async ({ slug, name, type }): Promise<NightlyFinding[]> => {
      const clock = columnClocks[terms.columnClocks[type] ?? 'notice'];
      return columnFindings([{ title: name, clock, newest: await newestOf(payload, slug) }], today).map((finding) => ({
        ...finding,
        subject: { kind: 'column', slug, title: name },
      }));
    },
  );
  return found.flat();
}

async function newestOf(payload: Payload, slug: string): Promise<CivilDay | null> {
  const { docs } = await payload.find({
    collection: 'publications',
    where: { and: [{ state: { equals: 'live' } }, { column: { equals: slug } }] },
    sort: '-publishedAt',
    limit: 1,
    depth: 0,
    pagination: false,
    select: { publishedAt: true },
  });
  return docs[0] ? civilDay(new Date(docs[0].publishedAt)) : null;
}

/** Accounts about to go stale: two weeks without anything new is a veto (政务新媒体 单项否决). One that has never sent is not in use yet. */
export async function checkAccounts(payload: Payload, today: CivilDay, terms: NightlyTerms): Promise<NightlyFinding[]> {
  const accounts = (await contentOf(payload).channels()).filter(({ type }) => terms.accountTypes.includes(type));
  const found = await each(
    accounts,
    ({ id, name }) => [`account ${id}`, `账号“${name}”`],
    async ({ id, name }): Promise<NightlyFinding[]> => {
      const { docs } = await payload.find({
        collection: 'deliveries',
        where: { and: [{ channel: { equals: id } }, { state: { equals: 'confirmed' } }] },
        sort: '-plannedAt',
        limit: 1,
        depth: 0,
        pagination: false,
        select: { plannedAt: true },
      });
      if (!docs[0]) return [];
      return columnFindings(
        [{ title: name, clock: columnClocks.news, newest: civilDay(new Date(docs[0].plannedAt)) }],
        today,
      ).map((finding) => ({
        ...finding,
        rule: 'site/stale-account',
        at: `账号“${name}”`,
        subject: { kind: 'account', channel: id, title: name },
      }));
    },
  );
  return found.flat();
}

import type { Publication } from '../../payload-types.ts';
import { zoned, type PublicationCard } from '../../release/publication-row.ts';
import { storyKinds, type StoryCard, type StoryKind } from '../story.ts';

/** The columns of a publication that cards need; the long text stays in the database. */
export const cardFields = { serial: true, kind: true, column: true, title: true, summary: true, firstPublishedAt: true, publishedAt: true, card: true } as const;
export type CardRow = Pick<Publication, keyof typeof cardFields>;

export const facts = (row: Pick<Publication, 'card'>): PublicationCard => row.card as unknown as PublicationCard;

/** `names`: column slug → name. */
export function cardOf(row: CardRow, names: ReadonlyMap<string, string>): StoryCard {
  const { picture, roleModel, tags, example = false, namedUntil } = facts(row);
  const kind = row.kind as StoryKind;
  const column = row.column ?? '';
  return {
    serial: row.serial,
    path: `/s/${row.serial}`,
    kind,
    kindName: storyKinds[kind],
    column: { slug: column, name: names.get(column) ?? column },
    title: row.title,
    summary: row.summary ?? '',
    publishedAt: zoned(row.firstPublishedAt),
    updatedAt: zoned(row.publishedAt),
    picture,
    roleModel,
    tags,
    example,
    ...(namedUntil ? { namesSomebody: true as const } : {}),
  };
}

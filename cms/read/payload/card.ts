import type { Publication } from '../../payload-types.ts';
import { zoned, type PublicationCard } from '../../release/publication-row.ts';
import { storyKinds, type StoryCard, type StoryKind } from '../../story/facts.ts';
import { cardDoor } from '../../release/card-door.ts';

/** The columns of a publication that cards need; the long text stays in the database. */
export const cardFields = {
  serial: true,
  kind: true,
  column: true,
  title: true,
  summary: true,
  firstPublishedAt: true,
  publishedAt: true,
  card: true,
} as const;
export type CardRow = Pick<Publication, keyof typeof cardFields>;

export const facts = (row: Pick<Publication, 'card'>): PublicationCard => cardDoor.need(row.card);

/** When what readers get last changed: its sign-off, or a correction entered since. */
export function changedAt(row: Pick<Publication, 'card' | 'publishedAt'>): string {
  const { correctedAt } = facts(row);
  return zoned(correctedAt && Date.parse(correctedAt) > Date.parse(row.publishedAt) ? correctedAt : row.publishedAt);
}

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
    column: { slug: column, name: names.get(column) ?? null },
    title: row.title,
    summary: row.summary ?? '',
    publishedAt: zoned(row.firstPublishedAt),
    updatedAt: changedAt(row),
    picture,
    roleModel,
    tags,
    example,
    ...(namedUntil ? { namesSomebody: true as const } : {}),
  };
}

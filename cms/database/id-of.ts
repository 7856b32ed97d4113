/** The id of a relation, whether it was read as an id or as a row. */
export function idOf(relation: string | { id: string } | null | undefined): string | null {
  if (!relation) return null;
  return typeof relation === 'string' ? relation : relation.id;
}

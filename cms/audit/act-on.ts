type Values = Record<string, unknown>;
type Kind = 'create' | 'update' | 'delete';

/** What a write to a row means, as people name it. */
export function actOn(collection: string, kind: Kind, before: Values = {}, data: Values = {}): string {
  if (kind !== 'update') return kind;
  if (data.deletedAt && !before.deletedAt) return 'trash';
  if (data.deletedAt === null && before.deletedAt) return 'restore';
  return collection === 'users' ? onAccount(before, data) : kind;
}

function onAccount(before: Values, data: Values): string {
  if (data.hash !== undefined && data.hash !== before.hash) return 'password';
  if (data.roles !== undefined && JSON.stringify(data.roles) !== JSON.stringify(before.roles)) return 'roles';
  if (data.lockUntil && !before.lockUntil) return 'lock';
  if (data.lockUntil === null && before.lockUntil) return 'unlock';
  return 'update';
}

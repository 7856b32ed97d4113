type Values = Record<string, unknown>;

const later = (value: unknown): boolean => Boolean(value) && new Date(String(value)).getTime() > 0;

/** What a write to an account means. */
export function userAct(kind: 'create' | 'update' | 'delete', before: Values | undefined, data: Values = {}): string {
  if (kind !== 'update') return kind;
  if (data.hash !== undefined && data.hash !== before?.hash) return 'password';
  if (data.roles !== undefined && JSON.stringify(data.roles) !== JSON.stringify(before?.roles)) return 'roles';
  if (later(data.lockUntil) && !later(before?.lockUntil)) return 'lock';
  if (data.lockUntil === null && later(before?.lockUntil)) return 'unlock';
  return 'update';
}

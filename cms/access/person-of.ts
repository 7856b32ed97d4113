import type { PayloadRequest } from 'payload';
import type { Person } from './person.ts';

/** Who is signed in, as rules see them; null for nobody. */
export function personOf(req: Pick<PayloadRequest, 'user'>): Person | null {
  const user = req.user;
  if (!user) return null;
  return { id: String(user.id), name: user.name, roles: user.roles };
}

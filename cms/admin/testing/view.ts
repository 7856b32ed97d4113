import type { AdminViewServerProps, Payload } from 'payload';
import { isValidElement, type ReactElement, type ReactNode } from 'react';
import type { Person } from '../../access/person.ts';
import { Desk } from '../parts/Desk.tsx';
import { show, type Page } from './page.ts';

/** Whom the shell found signed in, for views and fields of the desk; null for a stranger. */
export const viewProps = (
  payload: Payload,
  person: Person | null,
  searchParams: Record<string, string | string[]> = {},
): AdminViewServerProps =>
  ({
    searchParams,
    initPageResult: {
      permissions: { canAccessAdmin: person !== null },
      req: { payload, user: person && { ...person, collection: 'users' } },
    },
  }) as unknown as AdminViewServerProps;

const isDesk = (node: ReactNode): node is ReactElement<{ children: ReactNode; trail: { label: string }[] }> =>
  isValidElement(node) && node.type === Desk;

/** A whole view as this person finds it; of the shell's frame around it only the breadcrumbs, in front. */
export async function showView(
  view: (props: AdminViewServerProps) => Promise<ReactNode>,
  payload: Payload,
  person: Person,
  searchParams?: Record<string, string | string[]>,
): Promise<Page & { trail: string[] }> {
  const node = await view(viewProps(payload, person, searchParams));
  return isDesk(node)
    ? { ...(await show(node.props.children)), trail: node.props.trail.map(({ label }) => label) }
    : { ...(await show(node)), trail: [] };
}

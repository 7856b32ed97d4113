import { DefaultTemplate } from '@payloadcms/next/templates';
import { SetStepNav } from '@payloadcms/ui';
import { redirect } from 'next/navigation.js';
import type { AdminViewServerProps, Payload } from 'payload';
import type { ReactNode } from 'react';
import '../admin.css';
import { personOf } from '../../access/person-of.ts';
import type { Person } from '../../access/person.ts';

/**
 * Who looks at a view of ours. Payload lets anybody open custom views, so every one asks here first; strangers are sent
 * to log in and come back afterwards.
 */
export function requirePerson(
  { initPageResult: { permissions, req } }: AdminViewServerProps,
  path: string,
): { person: Person; payload: Payload } {
  const person = personOf(req);
  if (!person || !permissions.canAccessAdmin) redirect(`/admin/login?redirect=${encodeURIComponent(path)}`);
  return { person, payload: req.payload };
}

/** Payload's shell around a view of ours, with its place in the breadcrumbs. */
export function Desk({
  props,
  trail,
  children,
}: {
  props: AdminViewServerProps;
  trail: { label: string; url?: string }[];
  children: ReactNode;
}) {
  const { locale, permissions, req, visibleEntities } = props.initPageResult;
  return (
    <DefaultTemplate
      i18n={req.i18n}
      locale={locale}
      params={props.params}
      payload={req.payload}
      permissions={permissions}
      req={req}
      searchParams={props.searchParams}
      user={req.user ?? undefined}
      viewActions={req.payload.config.admin.components.actions}
      visibleEntities={{ collections: visibleEntities.collections, globals: visibleEntities.globals }}
    >
      <SetStepNav nav={[{ label: '工作' }, ...trail]} />
      {children}
    </DefaultTemplate>
  );
}

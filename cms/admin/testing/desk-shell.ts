import { AuthProvider, ConfigProvider, DocumentInfoProvider } from '@payloadcms/ui';
import { createElement, type ComponentProps, type ReactNode } from 'react';
import { json, type Answering } from './browser.ts';

type Config = ComponentProps<typeof ConfigProvider>['config'];
type User = ComponentProps<typeof AuthProvider>['user'];

const config = {
  admin: {
    autoLogin: false,
    autoRefresh: false,
    dateFormat: 'yyyy-MM-dd',
    routes: { inactivity: '/out' },
    user: 'users',
  },
  collections: [],
  globals: [],
  routes: { admin: '/admin', api: '/api' },
} as unknown as Config;

/** Around what asks the shell who is signed in. Only their duties are known, unless more is said. */
export const signedInAs = (user: object, node: ReactNode): ReactNode =>
  createElement(ConfigProvider, {
    config,
    children: createElement(AuthProvider, {
      user: { id: 'u1', collection: 'users', ...user } as unknown as User,
      permissions: { collections: {} } as never,
      children: node,
    }),
  });

/** The server behind it: the shell asks for itself who is signed in; everything else is answered by `answer`. */
export const knowing =
  (user: object, answer: Answering): Answering =>
  (asked) =>
    asked.path.endsWith('/api/users/me') || asked.path.includes('/api/users/me?')
      ? json(200, { user: { id: 'u1', collection: 'users', ...user } })
      : answer(asked);

/** The same on the page of a row; `id` undefined: a new one. */
export const onRow = (collectionSlug: string, id: string | undefined, node: ReactNode): ReactNode =>
  signedInAs(
    {},
    createElement(DocumentInfoProvider, {
      collectionSlug,
      id,
      initialData: {},
      initialState: {},
      children: node,
    } as never),
  );

import {
  AuthProvider,
  ConfigProvider,
  DocumentInfoProvider,
  Form,
  PreferencesProvider,
  ServerFunctionsProvider,
  UploadHandlersProvider,
  useField,
} from '@payloadcms/ui';
import { createElement, type ComponentProps, type ReactNode } from 'react';
import { json, type Answering } from './browser.ts';

type Config = ComponentProps<typeof ConfigProvider>['config'];
type User = ComponentProps<typeof AuthProvider>['user'];
type ServerFunction = ComponentProps<typeof ServerFunctionsProvider>['serverFunction'];

const config = (fields: object[] = [], collection = ''): Config =>
  ({
    admin: {
      autoLogin: false,
      autoRefresh: false,
      dateFormat: 'yyyy-MM-dd',
      routes: { inactivity: '/out' },
      user: 'users',
    },
    collections: collection ? [{ slug: collection, fields, admin: {} }] : [],
    globals: [],
    routes: { admin: '/admin', api: '/api' },
  }) as unknown as Config;

/** Around what asks the shell who is signed in. Only their duties are known, unless more is said. */
export const signedInAs = (user: object, node: ReactNode, known: Config = config()): ReactNode =>
  createElement(ConfigProvider, {
    config: known,
    children: createElement(AuthProvider, {
      user: { id: 'u1', collection: 'users', ...user } as unknown as User,
      permissions: { collections: {} } as never,
      children: node,
    }),
  });

/** The server behind it: the shell asks for itself who is signed in (null: nobody any more); everything else is answered by `answer`. */
export const knowing =
  (user: object | (() => object | null), answer: Answering): Answering =>
  (asked) => {
    if (!/\/api\/users\/me(\?|$)/.test(asked.path)) return answer(asked);
    const person = typeof user === 'function' ? user() : user;
    return json(200, { user: person && { id: 'u1', collection: 'users', ...person } });
  };

/** The same on the page of a row; `id` undefined: a new one. */
export const onRow = (collectionSlug: string, id: string | undefined, node: ReactNode, more: object = {}): ReactNode =>
  createElement(DocumentInfoProvider, {
    collectionSlug,
    id,
    initialData: {},
    initialState: {},
    children: node,
    ...more,
  } as never);

const stateOf = (row: object) =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      { value, initialValue: value, valid: true, passesCondition: true },
    ]),
  );

/** The shell draws forms on the server: here each field as what is in it. */
const draws = (async ({ args, name }: { name: string; args: { data?: object } }) =>
  name === 'form-state' ? { state: stateOf(args.data ?? {}) } : null) as unknown as ServerFunction;

/** A text box of a form. */
function Box({ path }: { path: string }) {
  const { setValue, value } = useField<string>({ path });
  return createElement('input', {
    'aria-label': path,
    onChange: (event: { target: { value: string } }) => setValue(event.target.value),
    value: value ?? '',
  });
}

interface Page {
  collection: string;
  /** Undefined: a row that is being made. */
  id?: string;
  /** The row as the page brought it; each text of it has a box. */
  row: Record<string, string>;
  boxes: string[];
  mayWrite?: boolean;
  person?: object;
}

/** A whole form of the shell, with a box for each text and the shell's own save button. */
export function aForm({ boxes, collection, id, mayWrite = true, person = {}, row }: Page, node: ReactNode): ReactNode {
  const fields = boxes.map((name) => ({ name, label: name, type: 'text' }));
  const state = stateOf(Object.fromEntries(boxes.map((name) => [name, row[name] ?? ''])));
  const action = `/api/${collection}${id ? `/${id}` : ''}?depth=0`;
  const form = createElement(
    Form,
    { action, method: id ? 'PATCH' : 'POST', initialState: state, disableSuccessStatus: true } as never,
    node,
    ...boxes.map((path) => createElement(Box, { key: path, path })),
    createElement('button', { key: 'save', type: 'submit' }, '保存'),
  );
  return signedInAs(
    person,
    createElement(ServerFunctionsProvider, {
      serverFunction: draws,
      children: createElement(PreferencesProvider, {
        children: createElement(UploadHandlersProvider, {
          children: onRow(collection, id, form, {
            initialData: row,
            initialState: state,
            hasSavePermission: mayWrite,
            docPermissions: {},
          }),
        }),
      }),
    }),
    config(fields, collection),
  );
}

import { ConfigProvider, FieldContext } from '@payloadcms/ui';
import { createElement, useState, type ComponentProps, type ReactNode } from 'react';

type Config = ComponentProps<typeof ConfigProvider>['config'];

/** Around what asks the shell for its configuration: one without collections. */
export const inConfig = (node: ReactNode): ReactNode =>
  createElement(ConfigProvider, {
    config: { collections: [], globals: [], routes: { admin: '/admin', api: '/api' } } as unknown as Config,
    children: node,
  });

type Field = NonNullable<ComponentProps<typeof FieldContext.Provider>['value']>;

/** One field of a form, `path`, with what is in it; `heard` is told of each new value. */
export function InField({
  children,
  disabled = false,
  heard,
  path,
  value: first,
}: {
  children: ReactNode;
  disabled?: boolean;
  heard?: (value: unknown) => void;
  path: string;
  value: unknown;
}) {
  const [value, setValue] = useState(first);
  const set = (next: unknown) => {
    setValue(next);
    heard?.(next);
  };
  return createElement(FieldContext.Provider, {
    value: { path, value, setValue: set, disabled, showError: false, errorMessage: '' } as unknown as Field,
    children,
  });
}

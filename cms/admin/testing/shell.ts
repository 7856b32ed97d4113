import { AppRouterContext, type AppRouterInstance } from 'next/dist/shared/lib/app-router-context.shared-runtime.js';
import { PathnameContext } from 'next/dist/shared/lib/hooks-client-context.shared-runtime.js';
import { createElement, type ReactNode } from 'react';

/** A router that goes nowhere and tells what it was asked to do. */
export function stillRouter(asked: string[] = []): AppRouterInstance {
  const note = (act: string) => (href?: unknown) =>
    void asked.push([act, href].filter((part) => typeof part === 'string').join(' '));
  return {
    back: note('back'),
    forward: note('forward'),
    refresh: note('refresh'),
    push: note('push'),
    replace: note('replace'),
    prefetch: () => undefined,
    bfcacheId: '',
  };
}

/** What components of the desk find around them in the shell: a router and the present address. */
export const inShell = (node: ReactNode, path: string, router: AppRouterInstance = stillRouter()): ReactNode =>
  createElement(
    AppRouterContext.Provider,
    { value: router },
    createElement(PathnameContext.Provider, { value: path }, node),
  );

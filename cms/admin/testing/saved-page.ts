import { createElement, useState, type ReactNode } from 'react';
import { versionHeader } from '../../editing/version-read.ts';
import { SavedBar } from '../saved/SavedBar.tsx';
import { watching } from '../saved/watch-saves.ts';
import { json, openBrowser, theWindow, type Answering, type Browser } from './browser.ts';
import { aForm, knowing } from './desk-shell.ts';

// Something may be kept in it before a page is opened.
theWindow();

/** The row as the page brought it. */
export const row = { title: '原题', summary: '原摘要', updatedAt: '2026-06-14T01:00:00.000Z' };
const now = () => new Date('2026-06-14T02:00:00.000Z');

/** The page's requests pass the watcher, as they do in a browser. */
function Watched({ children, named }: { children: ReactNode; named: (string | null)[] }) {
  useState(() => {
    const plain = globalThis.fetch;
    const noting: typeof fetch = (input, init) => {
      if (init?.body instanceof FormData) named.push(new Headers(init.headers).get(versionHeader));
      return plain(input, init);
    };
    globalThis.fetch = watching(noting, now, () => Promise.resolve());
  });
  return children;
}

export const isSave = ({ method, path }: Parameters<Answering>[0]): boolean =>
  method === 'PATCH' && path.startsWith('/api/columns');

/** What the server says to a save; that nobody else is at it; and what stands there by now. */
export const server =
  (save: Answering, stands: Answering = () => json(200, row)): Answering =>
  (asked) =>
    asked.path.startsWith('/api/editing/') ? json(200, { other: null }) : isSave(asked) ? save(asked) : stands(asked);

/** A save that becomes one. */
export const takes: Answering = ({ body }) =>
  json(200, { doc: { ...row, ...(body as object), updatedAt: '2026-06-14T02:00:00.000Z' } });

/** A form of the shell with the bar over it. */
export interface SavedPage {
  page: Browser;
  /** Versions that saves named. */
  named: (string | null)[];
  save(): Promise<void>;
  standing(): string | null;
  /** What stands in the box of the title. */
  title(): string;
  /** The titles that were sent. */
  saves(): string[];
}

/** @param person who the server says is signed in */
export async function openSaved(
  id: string,
  answer: Answering,
  { mayWrite = true, person = () => ({}) }: { mayWrite?: boolean; person?: () => object | null } = {},
): Promise<SavedPage> {
  const named: (string | null)[] = [];
  const form = aForm(
    { collection: 'columns', id, row, boxes: ['title', 'summary'], mayWrite },
    createElement(SavedBar),
  );
  const page = await openBrowser(createElement(Watched, { named, children: form }), knowing(person, answer));
  return {
    page,
    named,
    save: () => page.fire(page.find('form'), new Event('submit', { bubbles: true, cancelable: true })),
    standing: () => page.find('[data-standing]').getAttribute('data-standing'),
    title: () => (page.find('[aria-label=title]') as HTMLInputElement).value,
    saves: () => page.asked.filter(isSave).map(({ body }) => (body as { title: string }).title),
  };
}

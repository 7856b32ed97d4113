import { Window } from 'happy-dom';
import { createElement, type ReactNode } from 'react';
import { prerender } from 'react-dom/static';
import { inShell } from './shell.ts';

/** A page of the desk as a person finds it before any script runs. */
export interface Page {
  /** The markup, for what must not be in it. */
  html: string;
  /** Everything that can be read, in order, runs of white space as one space. */
  text: string;
  /** The words of each element that a CSS selector finds. */
  texts(selector: string): string[];
  find(selector: string): Element | null;
  /** Links in order, with the words a person hears: the label where there is one. */
  links: { href: string; words: string }[];
  /** The words of the buttons. */
  buttons: string[];
}

const words = (element: Element): string => (element.textContent ?? '').replace(/\s+/g, ' ').trim();
const heard = (element: Element): string => element.getAttribute('aria-label') ?? words(element);

/**
 * Renders components of the server and of the browser as the product does at first, async ones included.
 * @param path the address at which they stand
 */
export async function show(node: ReactNode, path = '/admin'): Promise<Page> {
  const errors: unknown[] = [];
  const { prelude } = await prerender(inShell(createElement('div', null, node), path), {
    onError: (error) => {
      errors.push(error);
    },
  });
  const html = await new Response(prelude).text();
  if (errors.length > 0) throw errors[0];
  const { document } = new Window();
  document.body.innerHTML = html;
  const body = document.body as unknown as HTMLElement;
  const all = (selector: string) => [...body.querySelectorAll(selector)];
  return {
    html,
    text: words(body),
    texts: (selector) => all(selector).map(words),
    find: (selector) => body.querySelector(selector),
    links: all('a[href]').map((link) => ({ href: link.getAttribute('href') ?? '', words: heard(link) })),
    buttons: all('button').map(heard),
  };
}

import { Window } from 'happy-dom';
import type { ReactNode } from 'react';
import { inShell, stillRouter } from './shell.ts';

/** A request that a component made, as the server would see it. */
interface Asked {
  method: string;
  path: string;
  /** JSON that was sent; undefined for anything else. */
  body: unknown;
}

/** A page of the desk that is awake: what a person sees, presses and types, and what the browser asks the server and the router for. */
export interface Browser {
  root: HTMLElement;
  /** Words as they can be read now. */
  text(): string;
  texts(selector: string): string[];
  find(selector: string): HTMLElement;
  /** Presses the button that is so called, by its label or its words. */
  press(name: string): Promise<void>;
  isDisabled(name: string): boolean;
  /** Types into (or chooses in) the field so labelled, in place of what is there. */
  type(label: string, value: string): Promise<void>;
  fire(target: Element, event: Event): Promise<void>;
  submit(): Promise<void>;
  key(target: Element, name: string, more?: object): Promise<void>;
  asked: Asked[];
  /** What the router and the window were asked for: `refresh`, `reload`, `assign /admin`. */
  went: string[];
  show(node: ReactNode): Promise<void>;
  /** Something happens beside the page, of which it hears. */
  meanwhile(happens: () => void): Promise<void>;
  close(): Promise<void>;
}

export type Answering = (asked: Asked) => Response | Promise<Response>;
export const json = (status: number, body: object): Response => Response.json(body, { status });

const globals = [
  'document',
  'HTMLElement',
  'HTMLInputElement',
  'HTMLTextAreaElement',
  'HTMLSelectElement',
  'HTMLDialogElement',
  'HTMLFormElement',
  'Element',
  'Node',
  'Event',
  'MouseEvent',
  'KeyboardEvent',
  'CustomEvent',
  'StorageEvent',
  'FormData',
  'localStorage',
  'sessionStorage',
  'getComputedStyle',
  'getSelection',
  'requestAnimationFrame',
  'cancelAnimationFrame',
  'MutationObserver',
  'CSS',
  'DocumentFragment',
  'ShadowRoot',
] as const;

const here = globalThis as Record<string | symbol, unknown>;
const kept = Symbol.for('chengxin.tests.window');

/** One window a process, there before React's half for browsers is loaded: that looks once whether there is one. */
export function theWindow(): Window {
  const known = here[kept];
  if (known instanceof Window) return known;
  const made = new Window({ url: 'http://localhost/admin' });
  here[kept] = made;
  here.window = made;
  here.self = made;
  for (const name of globals) here[name] = (made as unknown as Record<string, unknown>)[name];
  here.IS_REACT_ACT_ENVIRONMENT = true;
  return made;
}

/** An answer nobody waits for any more, as a browser ends it. */
const unlessStopped = (answer: Response | Promise<Response>, signal?: AbortSignal | null): Promise<Response> =>
  new Promise((done, failed) => {
    signal?.addEventListener('abort', () => failed(new DOMException('aborted', 'AbortError')));
    Promise.resolve(answer).then(done, failed);
  });

const words = (element: Element): string => (element.textContent ?? '').replace(/\s+/g, ' ').trim();
const heard = (element: Element): string => element.getAttribute('aria-label') ?? words(element);

/**
 * Opens `node` as a browser does, awake.
 * @param answer what the server says to each request; without it there is no network
 */
export async function openBrowser(
  node: ReactNode,
  answer: Answering = () => Promise.reject(new TypeError('fetch failed')),
  path = '/admin',
): Promise<Browser> {
  const window = theWindow();
  const [{ act }, { createRoot }] = await Promise.all([import('react'), import('react-dom/client')]);
  const document = window.document as unknown as Document;
  const [asked, went]: [Asked[], string[]] = [[], []];
  const router = stillRouter(went);
  const settled = () =>
    act(async () => {
      for (let i = 0; i < 3; i += 1)
        await new Promise((done) => {
          setImmediate(done);
        });
    });
  const fetchBefore = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    // The shell's forms send what is in them as JSON within a form.
    const inner = init?.body instanceof FormData ? init.body.get('_payload') : init?.body;
    const sent = typeof inner === 'string' ? (JSON.parse(inner) as unknown) : undefined;
    const request = { method: init?.method ?? 'GET', path: String(input), body: sent };
    asked.push(request);
    return unlessStopped(answer(request), init?.signal);
  };
  for (const name of ['reload', 'assign', 'replace'] as const)
    Object.defineProperty(window.location, name, {
      configurable: true,
      value: (to?: string) => void went.push([name, to].filter(Boolean).join(' ')),
    });
  const before = new Set(document.body.children);
  const root = document.createElement('div');
  document.body.append(root);
  const react = createRoot(root);
  // What a component puts beside the page (a dock, a dialog over everything) is seen and pressed as the page is.
  const shown = () => [...document.body.children].filter((one) => !before.has(one));
  const all = (selector: string) =>
    [...document.body.querySelectorAll<HTMLElement>(selector)].filter(
      (found) => found !== root && shown().some((one) => one.contains(found)),
    );
  const find = (selector: string): HTMLElement => {
    const [first] = all(selector);
    if (!first) throw new Error(`没有 ${selector}：${words(root)}`);
    return first;
  };
  const button = (name: string): HTMLButtonElement => {
    const found = all('button, summary').find((one) => heard(one) === name);
    if (!found) throw new Error(`没有按钮“${name}”：${all('button').map(heard).join('、')}`);
    return found as HTMLButtonElement;
  };
  const field = (label: string) => {
    const named = all('label').find((one) => words(one).startsWith(label));
    const found =
      all('[aria-label]').find((one) => one.getAttribute('aria-label') === label) ??
      named?.querySelector('input, select, textarea') ??
      (named && document.getElementById(named.getAttribute('for') ?? ''));
    if (!found) throw new Error(`没有“${label}”这一格：${all('label').map(words).join('、')}`);
    return found as HTMLInputElement;
  };
  const fire = async (target: Element, event: Event) => {
    await act(async () => {
      target.dispatchEvent(event);
    });
    await settled();
  };
  const make = (kind: string, name: string, init: object = {}): Event =>
    new (window as unknown as Record<string, new (name: string, init: object) => Event>)[kind]!(name, {
      bubbles: true,
      cancelable: true,
      ...init,
    });
  const show = async (next: ReactNode) => {
    await act(async () => {
      react.render(inShell(next, path, router));
    });
    await settled();
  };
  await show(node);
  return {
    root,
    asked,
    went,
    find,
    fire,
    show,
    meanwhile: async (happens) => {
      await act(async () => {
        happens();
      });
      await settled();
    },
    text: () => shown().map(words).join(' ').trim(),
    texts: (selector) => all(selector).map(words),
    press: (name) => fire(button(name), make('MouseEvent', 'click')),
    isDisabled: (name) => button(name).disabled,
    type: async (label, value) => {
      const input = field(label);
      // Past React's own watch over the value, as a browser sets it.
      Object.getOwnPropertyDescriptor(Object.getPrototypeOf(input) as object, 'value')?.set?.call(input, value);
      await fire(input, make('Event', input.tagName === 'SELECT' ? 'change' : 'input'));
    },
    submit: () => fire(find('form'), make('Event', 'submit')),
    key: (target, name, more) => fire(target, make('KeyboardEvent', 'keydown', { key: name, ...more })),
    close: async () => {
      await act(async () => {
        react.unmount();
      });
      root.remove();
      globalThis.fetch = fetchBefore;
    },
  };
}

import { markdownToRichText } from '../../cms/rich-text/from-markdown.ts';
import { password, people } from '../e2e/people.ts';

type Who = keyof typeof people;
const json = { 'content-type': 'application/json' };
const steps: readonly (readonly [string, Who])[] = [
  ['submit', 'author'],
  ['approve-first', 'first'],
  ['clear-secrecy', 'second'],
  ['approve-second', 'second'],
  ['sign', 'signer'],
];

export interface Signed {
  title: string;
  /** Milliseconds of the signing alone. */
  took: number;
}

/** No answer is waited for longer than this, and no story as a whole. */
const askMs = 60_000;
const storyMs = 120_000;

/** Four people at their desks, by the same addresses as the admin's forms. */
export class Editors {
  #desk: string;
  #tokens = new Map<Who, string>();
  #column = '';

  constructor(desk: string) {
    this.#desk = desk;
  }

  token(who: Who): string {
    return this.#tokens.get(who) ?? '';
  }

  /** Everybody logs in; after a restart sessions stand, so this is needed once. */
  async arrive(): Promise<void> {
    for (const who of Object.keys(people) as Who[]) {
      const answer = await fetch(`${this.#desk}/api/users/login`, {
        method: 'POST',
        headers: json,
        body: JSON.stringify({ email: people[who].email, password }),
        signal: AbortSignal.timeout(askMs),
      });
      const { token } = (await answer.json()) as { token?: string };
      if (!token) throw new Error(`${who} could not log in: ${answer.status}`);
      this.#tokens.set(who, token);
    }
    const { docs } = await this.#ask<{ docs: { id: string }[] }>(
      'author',
      'columns?limit=1&depth=0&where[slug][equals]=knowledge',
    );
    this.#column = docs[0]?.id ?? '';
  }

  /** Writes a story and takes it through all reviews. @throws Error with the sentence of whoever refused, or when it took too long */
  async publish(title: string): Promise<Signed> {
    const late = AbortSignal.timeout(storyMs);
    const id = await this.write(title, late);
    let took = 0;
    for (const [act, who] of steps) {
      const from = performance.now();
      await this.#ask(who, `stories/${id}/review/${act}`, {}, late);
      took = performance.now() - from;
    }
    return { title, took };
  }

  /** Writes a complete draft. @returns its id */
  async write(title: string, late?: AbortSignal): Promise<string> {
    const { doc } = await this.#ask<{ doc: { id: string } }>(
      'author',
      'stories?depth=0',
      {
        title,
        kind: 'knowledge',
        column: this.#column,
        summary: '围困时写成的一篇。',
        source: '诚信广元编辑部（示例）',
        authorName: '示例作者',
        tags: ['信用报告'],
        answer: { who: 'nobody', tone: 'neutral' },
        body: markdownToRichText('## 第一步\n\n带上**身份证件**到柜台。'),
      },
      late,
    );
    return doc.id;
  }

  async #ask<T>(who: Who, path: string, body?: object, late?: AbortSignal): Promise<T> {
    const answer = await fetch(`${this.#desk}/api/${path}`, {
      ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
      headers: { ...json, authorization: `JWT ${this.token(who)}` },
      signal: AbortSignal.any([AbortSignal.timeout(askMs), ...(late ? [late] : [])]),
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${(await answer.text()).slice(0, 200)}`);
    return (await answer.json()) as T;
  }
}

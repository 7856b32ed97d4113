import { typedContent } from '../story/desk/typed-content.ts';
import { sentenceOf } from '../parts/sentence-of.ts';
import type { Content } from './same-content.ts';
import type { Kept } from './shelf.ts';

/** A story's copies on the server, for its writer alone; other forms are kept on the computer only. */
export interface Copies {
  read(): Promise<Kept | null>;
  /** @returns a sentence when the server would not keep it, null when it did */
  keep(content: Content): Promise<string | null>;
  drop(): Promise<void>;
}

const notKept = '服务器没有收下暂存：请常按保存。';

export function storyCopies(target: string): Copies | null {
  const [slug, id] = target.split('/');
  if (slug !== 'stories' || !id) return null;
  const story = id === 'new' ? null : id;
  const path = `/api/stories/working-copy${story ? `?story=${story}` : ''}`;
  return {
    read: () =>
      fetch(path, { cache: 'no-store' })
        .then(async (response) => (response.ok ? ((await response.json()) as { copy: Kept | null }).copy : null))
        .catch(() => null),
    keep: (content) =>
      fetch('/api/stories/working-copy', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(typedContent(content, story)),
      }).then(async (response) =>
        response.ok
          ? null
          : response.status === 401
            ? ''
            : (sentenceOf(await response.json().catch(() => null)) ?? notKept),
      ),
    drop: () =>
      fetch(path, { method: 'DELETE' })
        .then(() => undefined)
        .catch(() => undefined),
  };
}

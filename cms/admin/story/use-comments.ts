'use client';
import { useCallback, useEffect, useState } from 'react';
import type { CommentSheet } from '../../review/comments/comments.ts';
import { useNewest } from '../parts/use-newest.ts';
import { useRequest, type Request } from '../parts/use-request.ts';

export interface CommentDesk extends Pick<Request, 'said' | 'busy'> {
  sheet: CommentSheet | null;
  add(body: { text: string; paragraph: number | null; must: boolean }): Promise<boolean>;
  resolve(id: string): Promise<boolean>;
}

/** Talks to `/api/stories/:id/comments`; read anew after each act and each time the form has been saved; what hangs on them is told of each act. */
export function useComments(storyId: string, unsaved: boolean, onChanged: () => void): CommentDesk {
  const [sheet, setSheet] = useState<CommentSheet | null>(null);
  const { busy, said, send } = useRequest('没有收到服务器的回答，不知道批注记下没有：请检查网络后再按一次。');
  const path = `/api/stories/${storyId}/comments`;
  const begin = useNewest();
  const load = useCallback(async () => {
    const isNewest = begin();
    // Without an answer, or with half of one, what is shown stays.
    const read = await fetch(path, { cache: 'no-store' })
      .then(async (response) => (response.ok ? ((await response.json()) as CommentSheet) : null))
      .catch(() => null);
    if (read && isNewest()) setSheet(read);
  }, [begin, path]);
  useEffect(() => {
    if (!unsaved) void load();
  }, [load, unsaved]);
  const done = async (to: string, body: object) => {
    const { ok } = await send(to, body);
    if (ok) {
      await load();
      onChanged();
    }
    return ok;
  };
  return { sheet, said, busy, add: (body) => done(path, body), resolve: (id) => done(`${path}/${id}/resolve`, {}) };
}

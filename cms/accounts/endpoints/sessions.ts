import { z } from 'zod';
import { answer } from '../../http/http.ts';
import { endSessions } from '../end-sessions.ts';
import { own } from './own.ts';

const body = z.union(
  [z.strictObject({ id: z.string().min(1).max(60) }), z.strictObject({ which: z.enum(['others', 'all']) })],
  { error: '请写明 id（某一处登录），或者 which（others 别处、all 全部）。' },
);

/** `POST /api/users/account/sessions/end` with `{ id }` or `{ which }`: one's own browsers, at once. */
export const endOwnSessions = own('sessions/end', body, async (req, { id: person }, said) => {
  if ('id' in said) {
    return (await endSessions(req.payload, person, { only: said.id })) > 0
      ? answer(200, '那一处已退出。')
      : answer(404, '没有这一处登录，或者已经退出。');
  }
  const except = said.which === 'others' ? (req.user as { _sid?: string } | null)?._sid : undefined;
  const ended = await endSessions(req.payload, person, { except });
  return answer(200, ended > 0 ? `已退出${ended}处登录。` : '没有别处登录。');
});

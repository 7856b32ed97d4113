import type { Nomination } from '../payload-types.ts';
import { historyDoor } from '../nominations/history-door.ts';
import type { StoryEnd } from '../publication/end-story.ts';

/** What the public reads where the role model stood; null while nothing has to go. */
export function closing({
  history,
  revocation,
  state,
}: Pick<Nomination, 'history' | 'revocation' | 'state'>): StoryEnd | null {
  // What must go, goes, also when nobody can say any more who decided it.
  const last = historyDoor.read(history).value.at(-1);
  const decidedBy = last?.by ?? '系统';
  if (state === 'revoked')
    return {
      reason: `荣誉撤销：${revocation?.body ?? ''}以${revocation?.docNo ?? ''}（${revocation?.on ?? ''}）撤销了这项荣誉。`,
      writer: { id: last?.byId ?? '', name: decidedBy },
      decidedBy,
    };
  // Why is for the desk: a hit on a list is nobody's business until it is checked.
  if (state === 'offline') return { reason: '这篇报道已下线，正在复核。', writer: null, decidedBy };
  return null;
}

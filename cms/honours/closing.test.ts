import { describe, expect, it } from 'vitest';
import { historyDoor } from '../nominations/history-door.ts';
import { nominationStates, type NominationState } from '../nominations/state.ts';
import { closing } from './closing.ts';

const states = Object.keys(nominationStates) as NominationState[];
const event = (by: string, byId: string | null, to: string) => ({
  at: '2026-06-14T09:00:00+08:00',
  by,
  byId,
  from: '已通过',
  to,
  reason: '和名单上的人同名，正在核对。',
});
const history = historyDoor.write([event('示例采编', 'u1', '公示中'), event('示例终审', 'u2', '荣誉撤销')]);
const revocation = { body: '示例市文明委', docNo: '示文〔2026〕7号', on: '2026-06-13' };

describe('what readers are told where a role model stood', () => {
  it.each(states)('%s: something goes only when the honour has ended', (state) => {
    expect(closing({ state, history, revocation } as never) === null).toBe(!['offline', 'revoked'].includes(state));
  });

  it('revoked: by which body, with which document, on which day; the words have a writer, whom a second person looks at', () => {
    expect(closing({ state: 'revoked', history, revocation } as never)).toEqual({
      reason: '荣誉撤销：示例市文明委以示文〔2026〕7号（2026-06-13）撤销了这项荣誉。',
      writer: { id: 'u2', name: '示例终审' },
      decidedBy: '示例终审',
    });
  });

  it('offline: never why, for a namesake on a list is nobody’s business until it is checked', () => {
    const told = closing({ state: 'offline', history, revocation } as never);
    expect(told).toEqual({ reason: '这篇报道已下线，正在复核。', writer: null, decidedBy: '示例终审' });
    expect(JSON.stringify(told)).not.toMatch(/名单|同名/);
  });

  it.each<[string, unknown]>([
    ['nobody has written down', null],
    ['is an empty list', historyDoor.write([])],
    ['cannot be read', '昨天有人改过'],
    ['was the system’s doing', historyDoor.write([event('系统', null, '已下线')])],
  ])('a way that %s keeps nothing on the page', (_, kept) => {
    expect(closing({ state: 'offline', history: kept } as never)).toMatchObject({ decidedBy: '系统' });
  });
});

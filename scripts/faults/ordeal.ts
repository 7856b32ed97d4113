import type { Fault } from '../../campaigns/channels/emulator/faults.ts';
import type { KindName } from './kinds.ts';

export type WireMode = Fault['mode'];
/** What goes wrong with the platform's own messages. */
export type CallbackTrouble = 'lost' | 'doubled' | 'early';

/** One kind of misfortune, alone or with others: what may happen in a run. Shares in [0, 1]. */
export interface Ordeal {
  id: string;
  /** For the table. */
  name: string;
  /** Where processes die: at a call of the store, at a request of their own, at either, or not at all. */
  dies: 'store' | 'wire' | 'either' | 'never';
  /** How cut connections and errors strike; none: the wire is sound. */
  modes: readonly WireMode[];
  /** Share of births at which the wire strikes. */
  strikes: number;
  /** Share of births with a second worker beside the first. */
  pairs: number;
  /** Share of births after which the clock leaps. */
  leaps: number;
  callbacks?: CallbackTrouble;
  /** Share of runs in which one of the releases is withdrawn at some moment. */
  recalls?: number;
  /** Only on these; all when absent. */
  only?: readonly KindName[];
}

const calm = { dies: 'never', modes: [], strikes: 0, pairs: 0, leaps: 0 } as const satisfies Partial<Ordeal>;
/** Emulators speak HTTP; a folder has no wire that could be cut. */
const online: readonly KindName[] = ['wechat', 'weibo'];
const everything: readonly WireMode[] = [
  'drop-before',
  'drop-after',
  'drop-after',
  'bad-gateway',
  'error',
  'error-after',
];

/** Rows of the table, in this order; the last one mixes everything. */
export const ordeals: readonly Ordeal[] = [
  { ...calm, id: 'kill-store', name: '在存取数据处崩溃', dies: 'store' },
  { ...calm, id: 'kill-wire', name: '在发请求处崩溃', dies: 'wire' },
  { ...calm, id: 'drop-before', name: '断线，平台未执行', modes: ['drop-before'], strikes: 1, only: online },
  { ...calm, id: 'drop-after', name: '断线，平台已执行', modes: ['drop-after'], strikes: 1, only: online },
  {
    ...calm,
    id: 'bad-answer',
    name: '平台报错或网关出错',
    modes: ['bad-gateway', 'error', 'error-after'],
    strikes: 1,
    only: online,
  },
  {
    ...calm,
    id: 'callback-lost',
    name: '平台通知丢失',
    callbacks: 'lost',
    modes: ['drop-after'],
    strikes: 0.5,
    only: ['wechat'],
  },
  {
    ...calm,
    id: 'callback-doubled',
    name: '平台通知重复、乱序',
    callbacks: 'doubled',
    modes: ['drop-after'],
    strikes: 0.5,
    only: ['wechat'],
  },
  {
    ...calm,
    id: 'callback-early',
    name: '平台通知先于答复',
    callbacks: 'early',
    modes: ['drop-after'],
    strikes: 0.5,
    only: ['wechat'],
  },
  { ...calm, id: 'two-workers', name: '两个进程同时推送', pairs: 1, modes: ['drop-after'], strikes: 0.5 },
  { ...calm, id: 'clock', name: '时钟跳动（-1 小时至 +3 天）', leaps: 1, modes: ['drop-after'], strikes: 0.5 },
  {
    id: 'recall',
    name: '推送途中撤回',
    recalls: 1,
    dies: 'either',
    modes: everything,
    strikes: 0.7,
    pairs: 0.4,
    leaps: 0.4,
  },
  { id: 'everything', name: '以上混合', dies: 'either', modes: everything, strikes: 0.7, pairs: 0.4, leaps: 0.4 },
];

export const ordealsFor = (kind: KindName): readonly Ordeal[] =>
  ordeals.filter(({ only }) => only === undefined || only.includes(kind));

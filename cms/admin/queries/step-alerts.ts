import type { Payload } from 'payload';
import { can } from '../../access/can.ts';
import { roleNames } from '../../access/roles.ts';
import { table, type Guarded } from '../../access/table.ts';
import { readSteps } from '../../ops/step-memory.ts';
import { moment } from '../../words/words.ts';
import type { Alert } from './alerts.ts';

/** More of one step are counted, not listed. */
const listed = 5;

/** What the minute could not do: each step that fails or hangs, each item at which one is stuck, with since when. */
export async function stepAlerts(payload: Pick<Payload, 'kv'>): Promise<Alert[]> {
  return Object.entries(await readSteps(payload)).flatMap(([name, { advice, failing, stuck, title }]): Alert[] => {
    const common = { shape: 'refused' as const, word: '卡住了', advice, button: '看台账', href: '/admin/ledger' };
    const whole = failing
      ? [
          {
            ...common,
            id: `step-${name}`,
            what: `“${title}”这一步从${moment(new Date(failing.since))}起没有做完：${failing.error}其余各步照常。`,
          },
        ]
      : [];
    const items = stuck.slice(0, listed).map(({ error, item, since, title: what }) => ({
      ...common,
      id: `step-${name}-${item}`,
      what: `“${title}”从${moment(new Date(since))}起卡在${what}：${error}其余照常。`,
      ...placeOf(item),
    }));
    const more =
      stuck.length > listed
        ? [{ ...common, id: `step-${name}-more`, what: `“${title}”另有${stuck.length - listed}件也卡住了。` }]
        : [];
    return [...whole, ...items, ...more];
  });
}

/** Collections of which the steps' items are rows, by the word with which an item is named (`NameOf`). */
const collections = new Map<string, Guarded>(
  Object.entries({
    story: 'stories',
    post: 'posts',
    'daily-post': 'daily-posts',
    campaign: 'campaigns',
    nomination: 'nominations',
    batch: 'batches',
    notice: 'occasion-notices',
    column: 'columns',
    publication: 'publications',
    release: 'releases',
    withdrawal: 'withdrawals',
    correction: 'corrections',
    user: 'users',
  } as const),
);
const isRow = (id: string): boolean => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id);

/** Where a person looks at it: the row, or the list where the item is named by something else; files have a page of their own. */
function placeOf(item: string): { button: string; href: string } | object {
  const [kind = '', rest = ''] = item.split(' ');
  const [id = ''] = rest.split(':');
  if (kind === 'delivery' || kind === 'deliveries')
    return { button: '看这一份', href: `/admin/ledger?state=all#d-${id}` };
  if (kind === 'file' || kind === 'content') return { button: '看内容文件', href: '/admin/files' };
  const collection = collections.get(kind) ?? (Object.hasOwn(table, kind) ? kind : undefined);
  return collection && isOpen(collection)
    ? { button: '打开', href: `/admin/collections/${collection}${isRow(id) ? `/${id}` : ''}` }
    : {};
}

/** Everybody may look at it: an alert is told to all. */
const isOpen = (collection: string): boolean =>
  roleNames.every((role) => can({ roles: [role] }, 'read', collection as Guarded) === 'any');

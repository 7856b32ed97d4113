import type { Payload } from 'payload';
import { readSteps } from '../../ops/step-memory.ts';
import { moment } from '../../words/words.ts';
import type { Alert } from './alerts.ts';

/** More of one step are counted, not listed. */
const listed = 5;

/** What the minute could not do: each step that fails or hangs, each item at which one is stuck, with since when. */
export async function stepAlerts(payload: Pick<Payload, 'kv'>): Promise<Alert[]> {
  return Object.entries(await readSteps(payload)).flatMap(([name, { advice, failing, stuck, title }]): Alert[] => {
    const common = { shape: 'refused' as const, word: '卡住了', advice, button: '看台账', href: '/admin/ledger' };
    const whole = failing ? [{ ...common, id: `step-${name}`, what: `“${title}”这一步从${moment(new Date(failing.since))}起没有做完：${failing.error}其余各步照常。` }] : [];
    const items = stuck.slice(0, listed).map(({ error, item, since, title: what }) => ({
      ...common, id: `step-${name}-${item}`, what: `“${title}”从${moment(new Date(since))}起卡在${what}：${error}其余照常。`, ...placeOf(item),
    }));
    const more = stuck.length > listed ? [{ ...common, id: `step-${name}-more`, what: `“${title}”另有${stuck.length - listed}件也卡住了。` }] : [];
    return [...whole, ...items, ...more];
  });
}

const pages: Record<string, string> = { story: 'stories', post: 'posts', campaign: 'campaigns', nomination: 'nominations', batch: 'batches', notice: 'occasion-notices', columns: 'columns', campaigns: 'campaigns' };

/** Where a person looks at it. */
function placeOf(item: string): { button: string; href: string } | object {
  const [kind = '', id = ''] = item.split(' ');
  if (kind === 'delivery' || kind === 'deliveries') return { button: '看这一份', href: `/admin/ledger?state=all#d-${id}` };
  const collection = pages[kind] ?? (Object.values(pages).includes(kind) ? kind : undefined);
  return collection ? { button: '打开', href: `/admin/collections/${collection}/${id.split(':')[0]}` } : {};
}

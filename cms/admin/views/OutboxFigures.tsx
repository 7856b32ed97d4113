import { Link } from '@payloadcms/ui';
import { deliveryWords } from '../../../campaigns/ports/state-words.ts';
import type { Gauges } from '../../../campaigns/outbox/journal/gauges.ts';
import { lasting } from '../../words/words.ts';

interface Figure {
  name: string;
  count: number;
  /** What the figure means now. */
  words: string;
  href: string;
  /** Red while it holds something (look.md §8). */
  loud: boolean;
}

/** The outbox on one line: what nobody takes up, what is in doubt, refused and stuck; each figure with its meaning and the way to it. */
export function OutboxFigures({ gauges }: { gauges: Gauges }) {
  return (
    <section aria-label="推送情况">
      <ul className="cx-gauges">
        {figuresOf(gauges).map(({ count, href, loud, name, words }) => (
          <li key={name}>
            <Link className={loud && count > 0 ? 'cx-red' : undefined} href={href} prefetch={false}>
              {name} <strong>{count}</strong>
            </Link>
            <span className="cx-quiet">{words}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function figuresOf({
  dead,
  goneLater,
  overdue,
  overdueOldestSeconds,
  recallsOpen,
  recallsOverdue,
  refused,
  unclaimed,
  unknown,
  unknownOldestSeconds,
}: Gauges): Figure[] {
  const tab = (state: string) => `/admin/ledger?state=${state}`;
  const since = (seconds: number | null) => (seconds === null ? '' : `最久${lasting(seconds * 1000)}`);
  return [
    {
      name: '无人认领',
      count: unclaimed,
      words: overdue
        ? `${overdue}份等了一分钟以上，${since(overdueOldestSeconds)}`
        : unclaimed
          ? '刚刚到点，马上会发'
          : '到点的都有人在发',
      href: tab('pending'),
      loud: overdue > 0,
    },
    {
      name: deliveryWords.unknown,
      count: unknown,
      words: unknown ? `${since(unknownOldestSeconds)}，请不要重发` : '每一份都有下文',
      href: tab('unknown'),
      loud: true,
    },
    {
      name: deliveryWords.refused,
      count: refused,
      words: refused ? '要改稿' : '没有',
      href: tab('refused'),
      loud: true,
    },
    {
      name: deliveryWords.dead,
      count: dead + goneLater,
      words: goneLater ? `${goneLater}份发出以后又不在了` : dead ? '系统不会自己再试' : '没有停住的',
      href: tab('dead'),
      loud: false,
    },
    {
      name: '待撤回',
      count: recallsOpen,
      words: recallsOverdue ? `${recallsOverdue}份过了期限` : recallsOpen ? '都在期限以内' : '没有',
      href: tab('recall'),
      loud: recallsOverdue > 0,
    },
  ];
}

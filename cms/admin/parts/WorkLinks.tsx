'use client';
import { Link } from '@payloadcms/ui';
import { usePathname } from 'next/navigation.js';
import { useOpenMenu } from './use-open-menu.ts';

interface Counts {
  today: number;
  ledger: number;
}

/** Links of the desk's own views; the current one is marked for eyes and for screen readers. */
export function WorkLinks({ counts }: { counts: Counts }) {
  useOpenMenu();
  const path = usePathname();
  const links = [
    { href: '/admin', name: '今日', count: counts.today, unit: '件等我处理' },
    { href: '/admin/calendar', name: '日历', count: 0, unit: '' },
    { href: '/admin/ledger', name: '推送台账', count: counts.ledger, unit: '条要处理' },
  ];
  return (
    <ul aria-labelledby="cx-work" className="cx-work__list">
      {links.map(({ href, name, count, unit }) => (
        <li key={href}>
          <Link
            aria-current={path === href ? 'page' : undefined}
            className="cx-work__link"
            href={href}
            prefetch={false}
          >
            {name}
            {count > 0 && (
              <span>
                {count}
                <span className="cx-hidden">{unit}</span>
              </span>
            )}
          </Link>
        </li>
      ))}
    </ul>
  );
}

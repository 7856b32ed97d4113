import { systemClock } from '../../../campaigns/ports/clock.ts';
import { Link } from '@payloadcms/ui';
import type { AdminViewServerProps } from 'payload';
import { roles } from '../../access/roles.ts';
import './account.css';
import { Desk, requirePerson } from '../parts/Desk.tsx';
import { Accounts } from './Accounts.tsx';
import { loadAccounts, loadOwnAccount } from './load-account.ts';
import { OwnPassword } from './OwnPassword.tsx';
import { OwnSecondFactor } from './OwnSecondFactor.tsx';
import { OwnSessions } from './OwnSessions.tsx';

/** `/admin/security`: 账号与登录, one's own, and everybody's for an administrator. */
export async function SecurityView(props: AdminViewServerProps) {
  const { payload, person } = requirePerson(props, '/admin/security');
  const now = systemClock.now();
  const { _sid } = props.initPageResult.req.user as { _sid?: string };
  const isAdmin = person.roles.includes('admin');
  const [own, accounts] = await Promise.all([
    loadOwnAccount(payload, person, _sid, now),
    isAdmin ? loadAccounts(payload, now) : null,
  ]);
  return (
    <Desk props={props} trail={[{ label: '账号与登录' }]}>
      <main className="cx-view">
        <header className="cx-head">
          <div>
            <h1>账号与登录</h1>
            <p className="cx-lead">
              <span>{person.name}</span>
              <span>{props.initPageResult.req.user?.email}</span>
              <span>{person.roles.map((role) => roles[role]).join('、')}</span>
            </p>
          </div>
        </header>
        <OwnSessions sessions={own.sessions} />
        <OwnSecondFactor demanded={own.demanded} factor={own.factor} />
        <OwnPassword />
        {accounts && (
          <>
            <div className="cx-section">
              <h2>全部账号</h2>
              <Link href="/admin/globals/login-rules" prefetch={false}>
                登录规则
              </Link>
            </div>
            <Accounts accounts={accounts} me={person.id} />
          </>
        )}
      </main>
    </Desk>
  );
}

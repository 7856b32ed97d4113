import type { ServerProps } from 'payload';
import '../admin.css';
import { readEnv } from '../../env.ts';
import { personOf } from '../../access/person-of.ts';

/** Right end of the header: who is signed in (to 账号与登录), and the way to the public site. */
export function OnDuty({ user }: ServerProps) {
  const person = personOf({ user: user ?? null });
  if (!person) return null;
  return (
    <p className="cx-duty">
      <a href="/admin/security">值班：{person.name}</a>
      <a href={readEnv().siteUrl} rel="noreferrer" target="_blank">
        看网站
      </a>
    </p>
  );
}

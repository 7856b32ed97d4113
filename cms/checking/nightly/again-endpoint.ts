import { systemClock } from '../../../campaigns/ports/clock.ts';
import { allow, staffEndpoint } from '../../access/staff-endpoint.ts';
import type { Role } from '../../access/roles.ts';
import { readEnv } from '../../env.ts';
import { createReader } from '../../read/payload-reader.ts';
import { answer } from '../../http/http.ts';
import { runNight } from './nightly-run.ts';
import { askOutside } from './outside-links.ts';
import { patrol } from './patrol.ts';
import { contentOf } from '../../content/content.ts';

const may: readonly Role[] = ['reviewer2', 'signer', 'admin'];

/** `POST /api/check-runs/again`: looks at everything live once more, now. → 200 or 4xx `{ message }`. */
export const againEndpoint = staffEndpoint('post', '/again', async ({ now, payload, person }) => {
  allow(
    person.roles.some((role) => may.includes(role)),
    '只有复审人、终审人和管理员可以再查一次。',
  );
  const { channels, linkCheck, siteUrl } = readEnv();
  const reader = createReader({ payload, clock: systemClock, demo: channels === 'emulator', siteUrl });
  const terms = await contentOf(payload).nightlyTerms();
  const report = await runNight(
    payload,
    now,
    terms.at,
    () => patrol({ payload, reader, terms, now, outside: linkCheck ? askOutside : null }),
    true,
  );
  if (!report) return answer(409, '正在巡查：请过几分钟再看结果。');
  const count = (level: string) => report.findings.filter((finding) => finding.level === level).length;
  return answer(200, `查了在线的${report.checked}篇稿件：必须处理${count('block')}处，提醒${count('warn')}处。`);
});

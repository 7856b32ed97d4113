import { environment, setEnvironment } from '../settings/environment.ts';
import { flushCompileCache } from 'node:module';
import { systemClock } from '../../campaigns/ports/clock.ts';
import { takeUpFiles } from '../../cms/texts/files/take-up-files.ts';
import { tellLife } from '../../cms/audit/tell-life.ts';
import type { StepStates } from '../../cms/ops/step-state.ts';
import { buildAll } from '../build/build.ts';
import { say, step } from '../cli/talk.ts';
import { firstEmail, type Login } from '../installation/first-login.ts';
import { openReady } from '../installation/open-ready.ts';
import { guardOutput } from '../logs/guard-output.ts';
import { openSettings } from '../settings/apply.ts';
import { requireFreePort } from '../settings/ports.ts';
import { logFormatIn, requireMailForAlarms } from '../settings/ops.ts';
import { requireLiveCredentials } from '../settings/settings.ts';
import { endAgain, keepEnded } from './end-again.ts';
import { probe } from './probe.ts';
import { pulseOf } from './pulse.ts';
import { deathsBefore, tellSupervisor } from './supervised.ts';
import { untilStopped } from './until-stopped.ts';

export type Role = 'all' | 'site' | 'admin' | 'worker';

/**
 * Brings up the product, or one role of it, and keeps it up until Ctrl-C. What can be wrong with the machine is checked
 * first, before anything slow.
 * @throws Failure with one Chinese sentence (port taken, data folder not writable, database unreachable …).
 */
export async function start(role: Role): Promise<void> {
  const secretsAreKnown = guardOutput(logFormatIn(environment()));
  // Before any import of Next or React: they choose their build by it.
  setEnvironment({ NODE_ENV: 'production' });
  const has = (part: Role) => role === 'all' || role === part;
  const settings = await openSettings();
  secretsAreKnown();
  requireLiveCredentials(settings);
  requireMailForAlarms(settings);
  if (has('site')) await requireFreePort(settings.SITE_PORT, 'SITE_PORT');
  if (has('admin')) await requireFreePort(settings.ADMIN_PORT, 'ADMIN_PORT');

  await buildAll(false, [...(has('site') ? ['site'] : []), ...(has('admin') ? ['admin'] : [])]);
  const cms = await step('打开数据库', () => openReady({ for: 'start', showsLogin: has('admin') }));
  const closing: (() => Promise<void>)[] = [
    () => cms.close(),
    () => tellLife(cms.payload, 'stop', role).catch(() => undefined),
  ];
  if (cms.migrated.length > 0) say(`  数据库已升级：${cms.migrated.join('、')}`);
  await tellLife(cms.payload, 'start', role);
  await endAgain(cms.payload, systemClock);
  await takeUpFiles(cms.payload, systemClock);

  const pulse = pulseOf(cms.payload);
  closing.push(async () => pulse.stop());

  let ownSteps: (() => StepStates) | undefined;
  if (has('worker')) {
    const { startWorker } = await import('./start-worker.ts');
    const worker = await startWorker(cms, systemClock);
    ownSteps = worker.tick.states;
    closing.push(worker.stop);
  }
  if (has('admin')) {
    const { startAdmin } = await import('./start-admin.ts');
    const { startOps } = await import('./ops/start-ops.ts');
    const ops = await startOps(cms, systemClock, ownSteps ? { ownSteps } : {});
    closing.push(ops.stop);
    const admin = await step('启动编辑后台', () => startAdmin(settings, ops.door, cms.payload, pulse.away));
    closing.push(admin.close);
    await probe(`http://127.0.0.1:${settings.ADMIN_PORT}/admin/login`);
  }
  // The worker's minute does it too; where there is none, nobody else would.
  if (!has('worker')) closing.push(keepEnded(cms.payload, systemClock));
  if (has('site')) {
    const { startPublicSite } = await import('./start-public-site.ts');
    const site = await step('启动公众网站', () => startPublicSite(cms, systemClock, pulse.away));
    closing.push(site.close);
    await probe(`http://127.0.0.1:${settings.SITE_PORT}/`);
  }

  greet(role, settings, cms.login);
  const untold = tellSupervisor();
  // Node keeps what it has compiled only when it ends by itself; a product that is killed one day would compile everything again.
  flushCompileCache();
  await untilStopped();
  untold();
  say('\n正在停止 …');
  for (const close of closing.reverse()) await close();
  say('已停止。');
}

function greet(role: Role, settings: Awaited<ReturnType<typeof openSettings>>, login: Login | null): void {
  say('');
  if (role === 'all' || role === 'site') say(`  公众网站  ${settings.siteUrl}`);
  if (role === 'all' || role === 'admin') say(`  编辑后台  ${settings.adminUrl}/admin`);
  // Logs are kept and collected: a password does not go there.
  if (login && settings.LOG_FORMAT === 'json')
    say(
      '  首次登录  日志里不写密码：请在这台机器上运行 npx chengxin account reset 电子邮件（有哪些账号：npx chengxin account list）',
    );
  else if (login) {
    say(`  首次登录  电子邮件 ${login.email}`);
    say(`            一次性密码 ${login.password}（只显示这一次，登录后请立即修改）`);
  }
  if (role === 'all' || role === 'admin')
    say(`  进不去时  npx chengxin account reset 电子邮件（如 ${firstEmail}）重设密码`);
  if (settings.CHANNELS === 'emulator') say('  推送渠道  演示：发往本机模拟器，不会联系真实平台');
  if (settings.CHANNELS === 'manual') say('  推送渠道  人工：系统备好材料包，由人发送');
  if (settings.CHANNELS === 'live') say('  推送渠道  正式：到点会真的发到微信和微博');
  say('  按 Ctrl-C 停止');
  say('');
  const line = `ready site=${settings.siteUrl} admin=${settings.adminUrl}/admin`;
  // stdout belongs to results: whoever waits for the line waits for it once.
  if (deathsBefore().length === 0) process.stdout.write(`${line}\n`);
  else say(line);
}

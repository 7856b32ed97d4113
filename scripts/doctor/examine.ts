import { Failure } from '../cli/failure.ts';
import { openCms } from '../compose/open-cms.ts';
import { openDataDir } from '../settings/data-dir.ts';
import { readSettings, requireLiveCredentials, type Settings } from '../settings/settings.ts';
import { checkClock } from './clock.ts';
import { checkHealth } from './health.ts';
import { checkDatabase, checkFile } from './database.ts';
import { checkDisk } from './disk.ts';
import { checkLexicons } from './lexicons.ts';
import { checkFiles } from './files.ts';
import { fail, ok, warn, type Finding } from './finding.ts';
import { checkPorts } from './ports.ts';
import { checkRows } from './rows.ts';
import { append } from '../../campaigns/lists/append.ts';

/** Looks at everything a start depends on, changes nothing but a probe file, and never throws for what it finds. */
export async function examine(): Promise<Finding[]> {
  let settings: Settings;
  try {
    settings = readSettings();
  } catch (error) {
    return [fail('环境变量', (error as Error).message)];
  }
  const findings = [ok('运行环境', `Node ${process.versions.node}`), ok('环境变量', '都能用')];
  findings.push(
    await guard('数据目录', async () => {
      await openDataDir(settings.DATA_DIR);
      return ok('数据目录', `${settings.DATA_DIR} 可以写入`);
    }),
  );
  findings.push(await guard('磁盘', () => checkDisk(settings.DATA_DIR)));
  findings.push(await guard('时钟', async () => checkClock(new Date())));
  append(findings, await checkPorts(settings));
  findings.push(checkChannels(settings));
  append(findings, await checkData(settings).catch((error: unknown) => [fail('数据库', sentenceOf(error))]));
  return findings;
}

/** The database is opened once: a second opening in one process finds the first one's remains. */
async function checkData(settings: Settings): Promise<Finding[]> {
  const before = await checkFile(settings);
  if (before) return [before];
  const cms = await openCms();
  try {
    return [
      await checkDatabase(cms),
      await guard('词表', () => checkLexicons(cms)),
      await guard('内容文件', () => checkFiles(cms)),
      await guard('保存的数据', () => checkRows(cms)),
      ...(await checkHealth(cms).catch((error: unknown) => [fail('运行情况', sentenceOf(error))])),
    ];
  } finally {
    await cms.close();
  }
}

const sentenceOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

async function guard(check: string, work: () => Promise<Finding>): Promise<Finding> {
  try {
    return await work();
  } catch (error) {
    return fail(check, sentenceOf(error));
  }
}

export function checkChannels(settings: Settings): Finding {
  const check = '推送渠道';
  try {
    requireLiveCredentials(settings);
  } catch (error) {
    if (error instanceof Failure) return fail(check, error.message);
    throw error;
  }
  if (settings.CHANNELS === 'emulator') return ok(check, '演示：发往本机模拟器');
  if (settings.CHANNELS === 'manual') return ok(check, '人工：系统备好材料包，由人发送');
  const domain = settings.WEIBO_SAFE_DOMAIN!;
  const host = new URL(settings.siteUrl).hostname;
  if (host !== domain && !host.endsWith(`.${domain}`)) {
    return warn(
      check,
      `SITE_URL 的主机名 ${host} 不在微博安全域名 ${domain} 之内：微博里的链接会改用 https://${domain}，请确认那里打得开网站。`,
    );
  }
  return ok(check, '正式：凭据齐全（是否有效要到第一次发送才知道）');
}

import { portIsFree } from '../settings/ports.ts';
import type { Settings } from '../settings/settings.ts';
import { ok, warn, type Finding } from './finding.ts';

/** A taken port is only a warning: it is taken by ourselves while the product runs. */
export async function checkPorts(settings: Settings): Promise<Finding[]> {
  const ports = [
    ['公众网站端口', 'SITE_PORT', settings.SITE_PORT],
    ['编辑后台端口', 'ADMIN_PORT', settings.ADMIN_PORT],
  ] as const;
  return Promise.all(
    ports.map(async ([check, variable, port]) =>
      (await portIsFree(port))
        ? ok(check, `${port} 空闲`)
        : warn(check, `${port} 正被占用：如果系统没有在运行，请关掉占用它的程序，或用 ${variable}=… 换一个端口。`),
    ),
  );
}

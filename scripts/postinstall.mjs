// Runs after every `npm ci`: makes `npx chengxin` find the command here (npm links only other packages' bins), so that
// it neither asks nor installs anything, and notes which lock the folder was installed from.
import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const modules = join(root, 'node_modules');
mkdirSync(join(modules, '.bin'), { recursive: true });
if (process.platform === 'win32') {
  writeFileSync(join(modules, '.bin', 'chengxin.cmd'), '@node "%~dp0\\..\\..\\scripts\\chengxin.mjs" %*\r\n');
} else {
  chmodSync(join(root, 'scripts', 'chengxin.mjs'), 0o755);
  rmSync(join(modules, '.bin', 'chengxin'), { force: true });
  symlinkSync('../../scripts/chengxin.mjs', join(modules, '.bin', 'chengxin'));
}
const lock = createHash('sha256')
  .update(readFileSync(join(root, 'package-lock.json')))
  .digest('hex');
writeFileSync(join(modules, '.chengxin-lock'), lock);

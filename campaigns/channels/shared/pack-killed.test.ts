import { startNode } from '../../../.config/start-node.ts';
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { findPack, manifestSchema, writePack } from './pack.ts';

let parent: string;
beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'chengxin-pack-'));
});
afterEach(() => rm(parent, { recursive: true, force: true }));

const files = Array.from({ length: 12 }, (_, i) => ({ path: `图/${i}.jpg`, bytes: Buffer.alloc(200_000, i) }));
const id = 'd-1';
/** Another process writes the pack of one day and is killed as soon as it has come so far. */
async function killedWhen(day: string, reached: (names: string[]) => boolean): Promise<void> {
  const code = `
    const { writePack } = await import(${JSON.stringify(`${process.cwd()}/campaigns/channels/shared/pack.ts`)});
    const files = Array.from({ length: 12 }, (_, i) => ({ path: '图/' + i + '.jpg', bytes: Buffer.alloc(200_000, i) }));
    process.stdout.write('go');
    await writePack(${JSON.stringify(parent)}, ${JSON.stringify(`${day}-${id}`)}, { deliveryId: ${JSON.stringify(id)} }, files);`;
  const child = startNode(['--input-type=module', '-e', code], { stderr: 'inherit' });
  const gone = new Promise((done) => child.once('exit', done));
  await new Promise((done) => child.stdout.once('data', done));
  while (child.exitCode === null && !reached(await readdir(parent, { recursive: true, encoding: 'utf8' })))
    await new Promise((done) => setImmediate(done));
  child.kill('SIGKILL');
  await gone;
}
async function whole(name: string): Promise<boolean> {
  const manifest = manifestSchema.parse(JSON.parse(await readFile(join(parent, name, 'manifest.json'), 'utf8')));
  for (const { path, sha256 } of manifest.files)
    if (
      createHash('sha256')
        .update(await readFile(join(parent, name, path)))
        .digest('hex') !== sha256
    )
      return false;
  return manifest.files.length === files.length;
}

it.each([0, 1, 4, 8, 11])(
  'killed after %d files: nothing half bears a name, and the next day’s attempt leaves nothing behind',
  async (count) => {
    await killedWhen('2026-03-15', (names) => names.filter((name) => name.endsWith('.jpg')).length >= count);
    const visible = (await readdir(parent)).filter((name) => !name.startsWith('.'));
    for (const name of visible) expect(await whole(name)).toBe(true);
    if (await findPack(parent, id)) return;
    await writePack(parent, `2026-03-16-${id}`, { deliveryId: id }, files);
    expect(await readdir(parent)).toEqual([`2026-03-16-${id}`]);
    expect(await whole(`2026-03-16-${id}`)).toBe(true);
  },
);

it('what another one is writing at this moment stays, what was left long ago goes', async () => {
  await killedWhen('2026-03-15', (names) => names.some((name) => name.endsWith('.jpg')));
  const [half] = await readdir(parent);
  await writePack(parent, '2026-03-16-other', { deliveryId: 'other' }, files);
  expect((await readdir(parent)).sort()).toEqual([half, '2026-03-16-other'].sort());
  const long = new Date(Date.now() - 3 * 86_400_000);
  await utimes(join(parent, half!), long, long);
  await writePack(parent, '2026-03-16-third', { deliveryId: 'third' }, files);
  expect((await readdir(parent)).sort()).toEqual(['2026-03-16-other', '2026-03-16-third']);
});

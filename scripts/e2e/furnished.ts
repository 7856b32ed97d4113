import { cp, mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { runDir } from '../../.config/once-a-run.ts';
import { madeOnce } from '../../cms/sqlite/testing/made-once.ts';
import { makePeople } from './people.ts';
import { chengxin, emptyInstallation, startProduct, type Environment } from './product.ts';

/** `seeded`: as a first start leaves it, nobody has logged in; `staffed`: the four people of `people.ts` and the administrator have. */
export type Furnished = 'seeded' | 'staffed';

/**
 * An installation of its own that has had its first start: a copy of one that is made once a run. For tests whose subject
 * begins afterwards; a first start itself is tested on an empty one.
 */
export async function furnishedInstallation(kind: Furnished, extra: Record<string, string> = {}): Promise<Environment> {
  const from = await template(kind);
  const place = await emptyInstallation(extra);
  await cp(from, place.env.DATA_DIR ?? '', { recursive: true });
  return place;
}

/** Half-made it never has its name. */
async function template(kind: Furnished): Promise<string> {
  const folder = join(runDir(), kind);
  await madeOnce(folder, () => make(kind, folder));
  return folder;
}

async function make(kind: Furnished, folder: string): Promise<void> {
  const place = await emptyInstallation();
  const data = place.env.DATA_DIR ?? '';
  try {
    if (kind === 'staffed') {
      await mkdir(data);
      await cp(await template('seeded'), data, { recursive: true });
      await staff(place);
    } else {
      const { code, stderr } = await chengxin(['seed'], place.env);
      if (code !== 0) throw new Error(`chengxin seed: ${code}\n${stderr}`);
    }
    // Beside its name first: a copy between two disks takes time.
    await rm(`${folder}.part`, { recursive: true, force: true });
    await cp(data, `${folder}.part`, { recursive: true });
    await rename(`${folder}.part`, folder);
  } finally {
    await place.drop();
  }
}

/** The desk alone is started: it remembers no ports of emulators that copies would quarrel about. */
async function staff({ env }: Environment): Promise<void> {
  const product = await startProduct(env, ['start', '--role', 'admin']);
  const oneTime = /一次性密码 (\S{19})（/.exec(product.output())?.[1] ?? '';
  await makePeople(new URL(product.admin).origin, { email: 'admin@chengxin.example', password: oneTime });
  const code = await product.stop();
  if (code !== 0) throw new Error(`the desk ended with ${code}:\n${product.output()}`);
}

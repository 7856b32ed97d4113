import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import type { Channel, ChannelContext } from '../../campaigns/channels/channel.ts';
import type { CommunityConfig } from '../../campaigns/channels/community/config.ts';
import type { PressOptions } from '../../campaigns/channels/press/config.ts';
import { sampleAssets } from '../../campaigns/channels/testing/assets.ts';
import { seeded } from '../../campaigns/channels/testing/random.ts';
import type { Kind } from './place.ts';
import { openWire } from './wire.ts';

let made: Promise<Uint8Array> | null = null;
/** A picture that opens, made once: posters draw it. */
const photo = (): Promise<Uint8Array> =>
  (made ??= sharp({ create: { width: 64, height: 40, channels: 3, background: '#88a090' } })
    .jpeg()
    .toBuffer()
    .then((bytes) => new Uint8Array(bytes)));

/** A media room whose pictures open. */
export async function openableAssets(): Promise<ReturnType<typeof sampleAssets>> {
  const bytes = await photo();
  return sampleAssets(() => ({ bytes }));
}

export const pressOptions = (dir: string): PressOptions => ({
  id: 'press',
  name: '供稿包',
  outlet: '广元日报（示例）',
  dir,
  contact: { desk: '值班编辑（示例）', phone: '0839-0000000', email: 'desk@cx.example' },
});

export const communityConfig = (dir: string): CommunityConfig => ({
  id: 'community',
  name: '社区打印包',
  dir,
  masthead: '诚信广元',
  issuer: '诚信广元编辑部（示例）',
  contact: { desk: '宣传组（示例）', phone: '0839-0000000' },
});

/** Delivery ids of the finished packs, one entry a pack; a hidden folder is unfinished and counts for nothing. */
export const pressPacks = (dir: string): Promise<string[]> => packsIn(join(dir, 'press'));
export async function communityPacks(dir: string): Promise<string[]> {
  const years = (await readdir(dir).catch(() => [])).filter((name) => /^\d{4}$/.test(name));
  return (await Promise.all(years.map((year) => packsIn(join(dir, year))))).flat();
}

async function packsIn(parent: string): Promise<string[]> {
  const names = await readdir(parent).catch(() => []);
  return names.filter((name) => !name.startsWith('.')).map((name) => /-v\d+-(.+)$/.exec(name)?.[1] ?? name);
}

/**
 * A channel whose platform is a folder: what can go wrong on the way are the pictures, and the process itself. Nobody can
 * take a pack away again: people are told, once.
 * @param slow share of the pictures that take their time, in [0, 1]
 */
export const folders = (
  name: string,
  open: (dir: string, context: ChannelContext) => Channel,
  packs: (dir: string) => Promise<string[]>,
  slow = 0.2,
): Kind => ({
  name,
  tellsForMs: null,
  async open({ clock, random }) {
    const dir = await mkdtemp(join(tmpdir(), 'chengxin-faults-'));
    const wire = openWire(dir);
    const chance = seeded(Math.floor(random() * 2 ** 31));
    let struck = 0;
    let calm = true;
    const assets = await openableAssets();
    const flaky: typeof assets = {
      read: async (id, rendition) => {
        wire.step();
        if (!calm && chance() < slow) {
          struck += 1;
          await new Promise((resolve) => setTimeout(resolve, 2));
        }
        return assets.read(id, rendition);
      },
    };
    return {
      wire,
      channel: () => open(dir, { clock, assets: flaky }),
      strike: () => void (calm = false),
      struck: () => struck,
      relent: () => void (calm = true),
      copies: () => packs(dir),
      visible: () => packs(dir),
      close: async () => {
        wire.close();
        // A process that was given up may still be writing.
        await rm(dir, { recursive: true, force: true, maxRetries: 20, retryDelay: 20 });
      },
    };
  },
});

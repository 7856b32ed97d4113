import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import type { CollectionSlug } from 'payload';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { within } from '../../.config/patience.ts';
import { systemClock } from '../../campaigns/ports/clock.ts';
import { createReader } from '../read/payload-reader.ts';
import { signedIn, type SignedIn } from '../testing/signed-in.ts';
import { testCms, type TestCms } from '../testing/test-cms.ts';
import { can } from './can.ts';
import { roleNames, type Role } from './roles.ts';
import { type Guarded } from './table.ts';

let cms: TestCms;
let desk: SignedIn;
/** By collection: the row, and every file that lies in its folder for it. */
const kept = new Map<Guarded, { id: string; files: string[]; folder: string }>();
const callers: (Role | null)[] = [...roleNames, null];
/** Collections whose files are about people: nobody fetches one without having written down why. */
const withReason: readonly Guarded[] = ['papers'];

const folderOf = (slug: string): string => cms.payload.collections[slug as CollectionSlug].config.upload.staticDir!;
const withFiles = () =>
  cms.payload.config.collections.filter(({ upload }) => upload).map(({ slug }) => slug as Guarded);
const words: Partial<Record<Guarded, object>> = { media: { alt: '一片灰色的底' }, papers: { title: '同意书（示例）' } };

beforeAll(async () => {
  cms = await testCms();
  desk = await signedIn(cms, roleNames);
  const data = await sharp({ create: { width: 1200, height: 900, channels: 3, background: '#eee' } })
    .png()
    .toBuffer();
  for (const slug of withFiles()) {
    const { id } = await cms.payload.create({
      collection: slug as 'media',
      data: words[slug] as never,
      file: { data, name: 'a.png', mimetype: 'image/png', size: data.length },
    });
    kept.set(slug, { id, folder: folderOf(slug), files: await readdir(folderOf(slug)) });
  }
}, within(120_000));
afterAll(() => cms.close());

/** What a fetch of a file gives: the bytes, or the status of a refusal that holds none of them. */
async function fetched(
  who: string | null,
  path: string,
  headers: Record<string, string> = {},
): Promise<Buffer | number> {
  const { response, status } = await desk.send(who, path, { method: 'GET', headers });
  const bytes = Buffer.from(await response.arrayBuffer());
  // An address with dots in it may become that of a list: no file.
  if (status < 400) return response.headers.get('content-type')?.includes('json') ? status : bytes;
  expect([path, bytes.length < 2_000, bytes.toString('utf8')]).toEqual([
    path,
    true,
    expect.stringMatching(/\p{Script=Han}/u),
  ]);
  return status;
}
async function ticketOf(who: string, slug: Guarded): Promise<string | null> {
  const { response, status } = await desk.post(who, 'personal-data/view', {
    collection: slug,
    id: kept.get(slug)!.id,
    field: 'file',
    reason: '核对同意书是否由本人签字',
  });
  return status === 200 ? ((await response.json()) as { value: string }).value.replace('/api/', '') : null;
}

it('every collection with files is walked, with the files that it really keeps', () => {
  expect([...kept.keys()]).toEqual(withFiles());
  expect(Object.keys(words).sort()).toEqual([...kept.keys()].sort());
  // The original and every size that pages and channels need; one paper.
  expect(kept.get('media')!.files.length).toBeGreaterThan(6);
  expect(kept.get('papers')!.files).toHaveLength(1);
});

describe.each(callers)('%s', (who) => {
  const reads = (slug: Guarded) => can(who ? { roles: [who] } : null, 'read', slug) !== null;

  it('fetches the files of a collection as the table says, in every size and by every way of asking', async () => {
    for (const [slug, { files, folder }] of kept) {
      const may = reads(slug) && !withReason.includes(slug);
      for (const file of files) {
        const whole = await readFile(join(folder, file));
        for (const address of [
          `${slug}/file/${file}`,
          ...(may ? [] : [`${slug}/file/${file}?prefix=`, `${slug}/file/${file}?ticket=x&until=9999999999999`]),
          `${slug}/file/${encodeURIComponent(file)}?depth=0`,
        ]) {
          const got = await fetched(who, address);
          if (may) expect([address, Buffer.isBuffer(got) && got.equals(whole)]).toEqual([address, true]);
          else
            expect([address, got]).toEqual([
              address,
              expect.toSatisfy((status: unknown) => status === 403 || status === 401 || status === 404),
            ]);
        }
        const part = await fetched(who, `${slug}/file/${file}`, { Range: 'bytes=0-9' });
        expect([file, Buffer.isBuffer(part)]).toEqual([file, may]);
      }
    }
  });

  it('gets a paper only with a reason, and only for themselves', async () => {
    const [slug] = withReason;
    const {
      files: [file],
      folder,
    } = kept.get(slug!)!;
    const whole = await readFile(join(folder, file!));
    const ticket = who ? await ticketOf(who, slug!) : null;
    expect([who, ticket !== null]).toEqual([who, reads(slug!)]);
    if (!ticket) return;
    expect(await fetched(who, ticket)).toEqual(whole);
    for (const other of callers.filter((one) => one !== who))
      expect([other, await fetched(other, ticket)]).toEqual([other, expect.any(Number)]);
    // A ticket opens the one file it names.
    expect(await fetched(who, ticket.replace(file!, kept.get('media')!.files[0]!))).toEqual(expect.any(Number));
  });

  it("gets no file through another collection's address, and none from beside the folders", async () => {
    const paper = kept.get('papers')!.files[0]!;
    const outside = [
      'chengxin.db',
      'secret',
      '../chengxin.db',
      '..%2Fchengxin.db',
      '%2e%2e%2fsecret',
      `..%2Fpapers%2F${paper}`,
      `..%2F..%2Fpapers%2F${paper}`,
      paper,
      `${paper}/`,
      'a.png',
      '.',
      '%2e%2e',
      '/etc/hostname',
      '%2Fetc%2Fhostname',
      '..%5Cchengxin.db',
    ];
    for (const file of outside)
      expect([file, await fetched(who, `media/file/${file}`)]).toEqual([file, expect.any(Number)]);
    for (const file of [...kept.get('media')!.files, '../media', '..%2Fchengxin.db'])
      expect([file, await fetched(who, `papers/file/${file}`)]).toEqual([file, expect.any(Number)]);
    for (const address of [
      `papers/file/${paper}?prefix=..`,
      `media/file/${paper}?prefix=../papers`,
      `media/file/${paper}?prefix=..%2Fpapers`,
    ])
      expect([address, await fetched(who, address)]).toEqual([address, expect.any(Number)]);
  });
});

it('the public door gives no picture that no signed story shows, and never a paper', async () => {
  const reader = createReader({
    payload: cms.payload,
    clock: systemClock,
    demo: true,
    siteUrl: 'http://localhost',
  });
  for (const { files } of kept.values())
    for (const file of files) expect([file, await reader.media(file)]).toEqual([file, null]);
});

it('thrown away, a picture stays with those who read pictures; deleted, its bytes are gone in every size', async () => {
  const { files, folder, id } = kept.get('media')!;
  await cms.payload.update({ collection: 'media', id, data: { deletedAt: new Date().toISOString() } as never });
  for (const who of callers)
    expect([who, Buffer.isBuffer(await fetched(who, `media/file/${files[0]}`))]).toEqual([who, who !== null]);
  await cms.payload.delete({ collection: 'media', id, trash: true });
  expect(await readdir(folder)).toEqual([]);
  for (const who of callers)
    for (const file of files)
      expect([who, file, await fetched(who, `media/file/${file}`)]).toEqual([who, file, expect.any(Number)]);
});

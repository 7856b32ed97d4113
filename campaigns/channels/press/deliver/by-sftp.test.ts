import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { channelConformance } from '../../conformance.ts';
import { manifestSchema } from '../../shared/pack.ts';
import { sampleAssets } from '../../testing/assets.ts';
import { Copy } from '../../testing/copy.ts';
import { testClock, type TestClock } from '../../testing/test-clock.ts';
import { createPressChannel } from '../press-channel.ts';
import { startSftp, type TestSftp } from '../testing/sftp-server.ts';

async function start() {
  const clock = testClock('2027-03-15T23:59:00+08:00');
  const root = await mkdtemp(join(tmpdir(), 'sftp-'));
  await mkdir(join(root, 'incoming'));
  const server = await startSftp(root);
  const open = (change: { fingerprint?: string; path?: string } = {}, password = server.password) =>
    createPressChannel(
      {
        id: 'broadcast',
        name: '广元广电',
        outlet: '广元市广播电视台（示例）',
        dir: '/nonexistent',
        contact: { desk: '示例', phone: '0839-0000001', email: 'cx@city.example' },
        deliver: {
          by: 'sftp',
          host: '127.0.0.1',
          port: server.port,
          user: server.user,
          path: '/incoming',
          fingerprint: server.fingerprint,
          ...change,
        },
      },
      { clock, assets: sampleAssets() },
      { secretOf: () => ({ password }), secretNames: () => 'PRESS_BROADCAST_PASSWORD' },
    );
  const folders = async () =>
    (await readdir(join(root, 'incoming'))).filter((name) => !name.startsWith('.')).toSorted();
  const close = async () => {
    await server.close();
    await rm(root, { recursive: true });
  };
  return { clock, root, server, open, folders, close };
}

channelConformance('供稿（SFTP）', async () => {
  const { clock, root, server, open, folders, close } = await start();
  const ids = async () =>
    Promise.all(
      (await folders()).map(
        async (name) =>
          manifestSchema.parse(JSON.parse(await readFile(join(root, 'incoming', name, 'manifest.json'), 'utf8')))
            .deliveryId,
      ),
    );
  const notice = '-撤稿';
  return {
    clock,
    open,
    close,
    cut: server.cut,
    copies: async () => (await ids()).filter((id) => !id.endsWith(notice)),
    withdrawal: {
      ends: 'notified',
      byMachine: true,
      mutations: ['MKDIR', 'WRITE', 'RENAME'],
      effects: async () => (await ids()).filter((id) => id.endsWith(notice)).map((id) => id.slice(0, -notice.length)),
    },
  };
}, ['MKDIR', 'WRITE', 'RENAME']);

let clock: TestClock;
let server: TestSftp;
let bench: Awaited<ReturnType<typeof start>>;
beforeEach(async () => {
  bench = await start();
  ({ clock, server } = bench);
});
afterEach(() => bench.close());

test('整包都在，校验值与文件一致；没有留下临时文件夹', async () => {
  expect(await new Copy(clock, 'd1').run(bench.open)).toMatchObject({
    kind: 'confirmed',
    externalId: '2027-03-15-s123-v1-d1',
    note: '供稿包已送到“广元市广播电视台（示例）”的 SFTP 服务器。',
  });
  expect(await readdir(join(bench.root, 'incoming'))).toEqual(['2027-03-15-s123-v1-d1']);
  expect((await readdir(join(bench.root, 'incoming/2027-03-15-s123-v1-d1'))).toSorted()).toEqual(
    ['manifest.json', '图片', '图片说明.txt', '审签单.txt', '稿件.docx', '稿件.ninjs.json', '稿件.txt'].toSorted(),
  );
});

test('改名执行后断线，对方随即取走：仍认得出已经送到，不再送第二份', async () => {
  const copy = new Copy(clock, 'd1');
  server.cut('RENAME', 'drop-after');
  expect(await copy.step(bench.open())).toMatchObject({ kind: 'unknown' });
  await rename(join(bench.root, 'incoming/2027-03-15-s123-v1-d1'), join(bench.root, '已取走'));
  expect(await copy.run(bench.open)).toMatchObject({ kind: 'confirmed', externalId: '2027-03-15-s123-v1-d1' });
  expect(await bench.folders()).toEqual([]);
});

test('改名没有执行就断线：先查明没有送到，再送', async () => {
  const copy = new Copy(clock, 'd1');
  server.cut('RENAME', 'drop-before');
  expect(await copy.step(bench.open())).toMatchObject({ kind: 'unknown' });
  expect(await copy.step(bench.open())).toMatchObject({ kind: 'not-sent' });
  expect(await copy.run(bench.open)).toMatchObject({ kind: 'confirmed' });
  expect(await bench.folders()).toHaveLength(1);
});

test('上次传了一半的残留不混进新包', async () => {
  await mkdir(join(bench.root, 'incoming/.d1.part/图片'), { recursive: true });
  await writeFile(join(bench.root, 'incoming/.d1.part/图片/旧.jpg'), '旧');
  await new Copy(clock, 'd1').run(bench.open);
  expect(await readdir(join(bench.root, 'incoming/2027-03-15-s123-v1-d1/图片'))).not.toContain('旧.jpg');
});

test('主机指纹不对：密码不发过去，请人核对', async () => {
  const channel = bench.open({ fingerprint: `SHA256:${'A'.repeat(43)}` });
  expect(await new Copy(clock, 'd1').run(() => channel)).toMatchObject({
    kind: 'blocked',
    note: expect.stringContaining(`主机指纹是 ${server.fingerprint}，与登记的不同`),
  });
});

test('密码不对、目录不在：请人处理；服务器不在：稍后再试', async () => {
  expect(await new Copy(clock, 'd1').run(() => bench.open({}, 'wrong'))).toMatchObject({
    kind: 'blocked',
    note: expect.stringContaining('不认账号或密码'),
  });
  expect(await new Copy(clock, 'd1').run(() => bench.open({ path: '/elsewhere' }))).toMatchObject({
    kind: 'blocked',
    note: expect.stringContaining('没有“/elsewhere”这个目录'),
  });
  const { open } = bench;
  const gone = await start();
  await gone.close();
  expect(await gone.open().look(new Copy(clock, 'd1').job())).toMatchObject({
    kind: 'unknown',
    note: expect.stringContaining('连不上'),
  });
  expect(await new Copy(clock, 'd1').step(gone.open())).toMatchObject({
    kind: 'retry',
    note: expect.stringContaining('连不上'),
  });
  expect(await new Copy(clock, 'd1').run(open)).toMatchObject({ kind: 'confirmed' });
});

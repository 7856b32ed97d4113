import { createServer } from 'node:net';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { adminPassword, firstLogin } from './people.ts';
import { furnishedInstallation } from './furnished.ts';
import { chengxin, emptyInstallation, startProduct, type Environment } from './product.ts';

let place: Environment;
beforeAll(async () => {
  place = await emptyInstallation();
});
afterAll(() => place.drop());

const password = (output: string) => /一次性密码 (\S{19})（/.exec(output)?.[1];

describe('chengxin start', () => {
  it('goes from an empty folder to a product that answers, and stops cleanly', async () => {
    const product = await startProduct(place.env);
    try {
      const status = async (url: string) => (await fetch(url)).status;
      const home = await (await fetch(product.site)).text();
      expect(home).toContain('诚信广元');
      expect(home).toContain('演示');
      const story = /href="(\/s\/\d+\/?)"/.exec(home)?.[1];
      expect(story).toBeDefined();
      expect(await status(product.site + story)).toBe(200);
      expect(await status(`${product.site}/year/2026/315/`)).toBe(200);
      expect(await status(`${product.site}/c/models/feed.xml`)).toBe(200);
      expect(await status(`${product.site}/api/materials.json`)).toBe(200);
      expect(await status(`${product.admin}/login`)).toBe(200);
      expect(await status(`${product.site}/admin`)).toBe(404);
      expect(await status(`${product.site}/api/users`)).toBe(404);
      const desk = new URL(product.admin).origin;
      expect([
        await status(`${desk}/healthz`),
        await status(`${product.site}/healthz`),
        await status(`${product.site}/metrics`),
      ]).toEqual([200, 404, 404]);
      expect(await (await fetch(`${desk}/metrics`)).text()).toMatch(/^chengxin_database_up 1$/m);

      const login = { email: 'admin@chengxin.example', password: password(product.output()) ?? '' };
      expect(await firstLogin(desk, login, adminPassword)).toMatch(/^ey/);
    } finally {
      expect(await product.stop()).toBe(0);
    }
  });

  it('starts again on what is there, shows no password twice, and seeds nothing twice', async () => {
    // Of its own: what the first start of another test has left behind is not to blame.
    const used = await furnishedInstallation('staffed');
    const product = await startProduct(used.env);
    try {
      expect(password(product.output())).toBeUndefined();
      expect(product.output()).not.toContain('写入示例内容');
    } finally {
      expect(await product.stop()).toBe(0);
      await used.drop();
    }
  });

  it('says which port is taken', async () => {
    const server = createServer();
    await new Promise<void>((done) => server.listen(Number(place.env.SITE_PORT), done));
    const { code, stderr } = await chengxin(['start'], place.env);
    await new Promise((done) => server.close(done));
    expect(stderr).toContain(`端口 ${place.env.SITE_PORT} 已被占用：请关掉占用它的程序，或用 SITE_PORT=… 换一个端口。`);
    expect(code).toBe(3);
  });

  it('says that the data folder cannot be written', async () => {
    const file = `${place.dir}/taken/data`;
    await mkdir(dirname(file));
    await writeFile(file, '');
    const { code, stderr } = await chengxin(['start'], { ...place.env, DATA_DIR: file });
    expect(stderr).toContain(`数据目录 ${file} 不能写入（这个位置上已有一个文件）`);
    expect(code).toBe(3);
  });

  it('says that the database cannot be reached, without its password', async () => {
    const { code, stderr } = await chengxin(['start', '--role', 'worker'], {
      ...place.env,
      DATABASE_URL: 'mongodb://desk:hunter2@127.0.0.1:9/chengxin?serverSelectionTimeoutMS=500',
    });
    expect(stderr).toContain('连不上数据库 mongodb://***@127.0.0.1:9/chengxin');
    expect(stderr).not.toContain('hunter2');
    expect(code).toBe(3);
  });

  it('says that there is no file of the city it was told to be', async () => {
    const { code, stderr } = await chengxin(['start', '--role', 'site'], { ...place.env, REGION: 'nowhere' });
    expect(stderr).toContain('content/region/nowhere.yaml');
    expect(stderr).not.toContain('程序内部出错');
    expect(code).toBe(3);
  });

  it('asks for credentials before it goes live', async () => {
    const { code, stderr } = await chengxin(['start'], { ...place.env, CHANNELS: 'live' });
    expect(stderr).toContain('还缺 WECHAT_APP_ID、WECHAT_APP_SECRET、WEIBO_ACCESS_TOKEN、WEIBO_SAFE_DOMAIN');
    expect(code).toBe(3);
  });
});

describe('chengxin words', () => {
  it('explains itself in Chinese', async () => {
    const { code, stdout } = await chengxin(['--help'], place.env);
    expect(code).toBe(0);
    for (const verb of [
      'start',
      'migrate',
      'seed',
      'calendar',
      'simulate',
      'rehearse',
      'ledger',
      'emulators',
      'doctor',
    ])
      expect(stdout).toContain(verb);
    expect(stdout).toContain('用法');
  });

  it.each([
    [['fly'], '没有“fly”这条命令'],
    [['calendar'], 'YEAR：请写明年份'],
    [['calendar', '26'], 'YEAR：请写成四位年份'],
    [['simulate', '--from', '2026-02-30', '--to', '2026-03-01'], '--from：日历上没有这一天。'],
    [['simulate', '--from', '2026-03-02', '--to', '2026-03-01'], '--to：最后一天不能早于第一天。'],
    [['rehearse', '--campaign', '315', '--in', 'soon'], '--in：请写成 5s、10m、2h 这样的时长。'],
    [['ledger', '--yaml'], '看不懂参数 --yaml'],
    [['account', 'fly'], 'ACT：请写 list、reset、unlock、logout、remove-second-factor 之一。'],
    [['account', 'reset'], 'EMAIL：list 后面什么也不写'],
  ])('answers %j with one sentence and exit code 2', async (args, sentence) => {
    const { code, stdout, stderr } = await chengxin(args, place.env);
    expect(stderr).toContain(sentence);
    expect(stdout).toBe('');
    expect(code).toBe(2);
  });

  it('prints a calendar as JSON alone', async () => {
    const { code, stdout } = await chengxin(['calendar', '2026', '--json'], place.env);
    expect(code).toBe(0);
    const days = JSON.parse(stdout) as { slug: string; start: string; title: string }[];
    expect(days.find((d) => d.slug === 'consumer-rights-day')).toMatchObject({ start: '2026-03-15' });
    expect(days.find((d) => d.slug === 'quality-month')?.title).toContain('49');
  });
});

import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Snapshot, type SnapshotOptions } from './snapshot.ts';

let root: string;
const warnings: string[] = [];
const open = (more: Partial<SnapshotOptions> = {}): Promise<Snapshot> =>
  Snapshot.open({ root, warn: (s) => warnings.push(s), ...more });
const at = (path: string): URL => new URL(path, 'http://site.invalid');
const page = (text: string, tags = 'home', init: ResponseInit = {}): Response =>
  new Response(text, { ...init, headers: { 'Content-Type': 'text/html', ...(tags ? { 'Cache-Tag': tags } : {}) } });
const never = (): Promise<Response> => Promise.reject(new Error('不该渲染'));
const show = async (response: Response): Promise<string> =>
  `${response.headers.get('x-snapshot')}:${await response.text()}`;

/** A door that a test opens when it wants to. */
function gate(): { open: () => void; passed: Promise<void> } {
  let release: () => void = () => undefined;
  const passed = new Promise<void>((resolve) => (release = resolve));
  return { open: release, passed };
}

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'snapshot-'));
  warnings.length = 0;
});
afterEach(() => rm(root, { recursive: true, force: true }));

describe('keeping pages', () => {
  test('a page is rendered once and then shown from its file', async () => {
    const snapshot = await open();
    expect(await show(await snapshot.serve(at('/s/1/'), async () => page('一')))).toBe('new:一');
    expect(await show(await snapshot.serve(at('/s/1?d=x'), never))).toBe('hit:一');
    expect(await readFile(join(root, 's/1/index.html'), 'utf8')).toBe('一');
  });

  test.each([
    ['without tags', () => page('x', '')],
    ['404', () => page('x', 'home', { status: 404 })],
    ['410', () => page('x', 'home', { status: 410 })],
    [
      'private',
      () => {
        const r = page('x');
        r.headers.set('Cache-Control', 'private');
        return r;
      },
    ],
    [
      'with a cookie',
      () => {
        const r = page('x');
        r.headers.set('Set-Cookie', 'a=b');
        return r;
      },
    ],
  ])('an answer %s is not kept', async (_, answer) => {
    const snapshot = await open();
    await snapshot.serve(at('/s/1'), async () => answer());
    expect(await readdir(root)).toEqual([]);
  });

  test('an undeclared query is rendered each time; a declared one has its own file', async () => {
    const snapshot = await open({ query: ['page'] });
    await snapshot.serve(at('/c/news?q=1'), async () => page('查'));
    await snapshot.serve(at('/c/news?page=2'), async () => page('二'));
    await expect(snapshot.serve(at('/c/news?q=1'), never)).rejects.toThrow('不该渲染');
    expect(await show(await snapshot.serve(at('/c/news?page=2'), never))).toBe('hit:二');
  });

  test('visitors who come together share one rendering', async () => {
    const snapshot = await open();
    let renderings = 0;
    const all = Promise.withResolvers<void>();
    const slow = async (): Promise<Response> => {
      renderings += 1;
      await all.promise;
      return page('一');
    };
    const served = Array.from({ length: 20 }, () => snapshot.serve(at('/'), slow));
    // All have come before the first is done.
    await new Promise((resolve) => setImmediate(resolve));
    all.resolve();
    await Promise.all(served);
    expect(renderings).toBe(1);
  });
});

describe('changes', () => {
  test('only pages that depend on a tag are rendered again', async () => {
    const snapshot = await open();
    await snapshot.serve(at('/'), async () => page('首', 'home'));
    await snapshot.serve(at('/s/1'), async () => page('一', 'story:1'));
    expect(snapshot.invalidate(['story:1'])).toBe(1);
    expect(await show(await snapshot.serve(at('/'), never))).toBe('hit:首');
    expect(await show(await snapshot.serve(at('/s/1'), async () => page('新一', 'story:1')))).toBe('new:新一');
  });

  test('the tag all means every page, region every page with a frame', async () => {
    const snapshot = await open();
    await snapshot.serve(at('/'), async () => page('首'));
    expect(snapshot.invalidate(['region'])).toBe(1);
    expect(snapshot.invalidate(['all'])).toBe(1);
  });

  test('a page that only lacks something new is shown as it is for a moment, while it is rendered beside that', async () => {
    const snapshot = await open({ grace: 3_600_000 });
    const key = snapshot.key(at('/')) ?? '';
    const shown = async (): Promise<string | null> =>
      await snapshot.hit(key).then((entry) => entry && Buffer.from(entry.body).toString('utf8'));
    await snapshot.serve(at('/'), async () => page('旧'));
    const rendered = gate();
    const rendering = gate();
    snapshot.refreshWith(async (path) => {
      rendering.open();
      await rendered.passed;
      await snapshot.serve(at(path), async () => page('新'));
    });
    expect(snapshot.invalidate(['home'], 'added')).toBe(1);
    await rendering.passed;
    expect(await shown()).toBe('旧');
    rendered.open();
    await snapshot.idle();
    expect(await shown()).toBe('新');
  });

  test('what is wrong is not shown for a moment: not after an addition, nor before one, nor when the grace is over', async () => {
    const hit = async (changes: ('added' | 'changed')[], grace: number) => {
      const snapshot = await open({ grace });
      await snapshot.serve(at('/'), async () => page('旧'));
      for (const change of changes) snapshot.invalidate(['home'], change);
      return snapshot.hit(snapshot.key(at('/')) ?? '');
    };
    expect(await hit(['added'], 3_600_000)).not.toBeNull();
    expect(await hit(['added', 'added'], 3_600_000)).not.toBeNull();
    expect(await hit(['changed', 'added'], 3_600_000)).toBeNull();
    expect(await hit(['added', 'changed'], 3_600_000)).toBeNull();
    expect(await hit(['added'], 0)).toBeNull();
  });

  test('race: a rendering that a change overtook is shown to its visitor but never kept', async () => {
    const snapshot = await open();
    const door = gate();
    const started = gate();
    const old = snapshot.serve(at('/'), async () => {
      started.open();
      await door.passed;
      return page('旧');
    });
    await started.passed;
    snapshot.invalidate(['home']);
    // A visitor after the change must not get the old rendering, even though it is still under way.
    expect(await show(await snapshot.serve(at('/'), async () => page('新')))).toBe('new:新');
    door.open();
    await old;
    expect(await show(await snapshot.serve(at('/'), never))).toBe('hit:新');
    expect(await readFile(join(root, 'index.html'), 'utf8')).toBe('新');
  });

  test('race: a hundred changes and renderings at random moments never leave an old page standing', async () => {
    const snapshot = await open();
    let truth = 0;
    const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, Math.random() * 4));
    const render = async (): Promise<Response> => {
      const seen = truth;
      await pause();
      return page(String(seen));
    };
    snapshot.refreshWith(async (path) => void (await snapshot.serve(at(path), render)));
    const visitor = async (): Promise<void> => {
      for (let i = 0; i < 40; i += 1) {
        await pause();
        const before = truth;
        const shown = Number(await (await snapshot.serve(at('/'), render)).text());
        expect(shown).toBeGreaterThanOrEqual(before);
      }
    };
    const editor = async (): Promise<void> => {
      for (let i = 0; i < 100; i += 1) {
        await pause();
        truth += 1;
        snapshot.invalidate(['home']);
      }
    };
    await Promise.all([visitor(), visitor(), visitor(), editor()]);
    await snapshot.idle();
    expect(await readFile(join(root, 'index.html'), 'utf8')).toBe('100');
  });

  test('affected pages are rendered in the background, two at a time', async () => {
    const snapshot = await open();
    let version = 1;
    let now = 0;
    let most = 0;
    const render = async (): Promise<Response> => {
      most = Math.max(most, (now += 1));
      for (let turn = 0; turn < 9; turn += 1) await new Promise((resolve) => setImmediate(resolve));
      now -= 1;
      return page(`第${version}版`);
    };
    snapshot.refreshWith(async (path) => void (await snapshot.serve(at(path), render)));
    for (let i = 0; i < 10; i += 1) await snapshot.serve(at(`/s/${i}`), render);
    version = 2;
    most = 0;
    snapshot.invalidate(['home']);
    await snapshot.idle();
    expect(await readFile(join(root, 's/7/index.html'), 'utf8')).toBe('第2版');
    expect(most).toBe(2);
  });

  test('a page that is gone leaves the disk', async () => {
    const snapshot = await open();
    await snapshot.serve(at('/s/1'), async () => page('一', 'story:1'));
    snapshot.invalidate(['story:1']);
    expect((await snapshot.serve(at('/s/1'), async () => page('已撤回', 'story:1', { status: 410 }))).status).toBe(410);
    expect(await readdir(join(root, 's/1'))).toEqual([]);
  });

  test('a picture is asked for again when the page that showed it is gone', async () => {
    const snapshot = await open();
    await snapshot.serve(
      at('/media/a-960.webp'),
      async () => new Response('图', { headers: { 'Cache-Tag': 'media' } }),
    );
    await snapshot.serve(at('/s/1'), async () => page('<img src="/media/a-960.webp">', 'story:1'));
    snapshot.invalidate(['story:1']);
    await snapshot.serve(at('/s/1'), async () => page('', '', { status: 410 }));
    const answer = await snapshot.serve(at('/media/a-960.webp'), async () => new Response('', { status: 404 }));
    expect(answer.status).toBe(404);
    expect(await readdir(join(root, 'media'))).toEqual([]);
  });
});

describe('when things break', () => {
  test('the older file is shown when rendering fails, and says so', async () => {
    const snapshot = await open({ pause: 0 });
    await snapshot.serve(at('/'), async () => page('旧'));
    snapshot.invalidate(['home']);
    expect(
      await show(
        await snapshot.serve(at('/'), async () => {
          throw new Error('数据库没有回答');
        }),
      ),
    ).toBe('stale:旧');
    expect(await show(await snapshot.serve(at('/'), async () => page('500', '', { status: 500 })))).toBe('stale:旧');
    expect(warnings[0]).toContain('数据库没有回答');
    expect(await show(await snapshot.serve(at('/'), async () => page('新')))).toBe('new:新');
  });

  test('an error page that is rendered under the same address does not wait for itself', async () => {
    const snapshot = await open();
    const answer = await snapshot.serve(at('/'), () =>
      snapshot.serve(at('/'), async () => page('坏了', '', { status: 500 })),
    );
    expect(answer.status).toBe(500);
  });

  test('without an older file the failure is passed on', async () => {
    const snapshot = await open();
    await expect(
      snapshot.serve(at('/'), async () => {
        throw new Error('坏了');
      }),
    ).rejects.toThrow('坏了');
  });

  test('a visitor does not wait long for a database that hangs', async () => {
    const snapshot = await open({ patience: 20 });
    await snapshot.serve(at('/'), async () => page('旧'));
    snapshot.invalidate(['home']);
    expect(await show(await snapshot.serve(at('/'), () => new Promise(() => undefined)))).toBe('stale:旧');
    expect(await show(await snapshot.serve(at('/'), never))).toBe('stale:旧');
  });

  test('after a start nothing is trusted, but everything can stand in', async () => {
    await (await open()).serve(at('/s/1'), async () => page('昨天', 'story:1'));
    const snapshot = await open({ pause: 0 });
    expect(snapshot.size).toBe(1);
    expect(await show(await snapshot.serve(at('/s/1'), never))).toBe('stale:昨天');
    snapshot.refreshWith(async (path) => void (await snapshot.serve(at(path), async () => page('今天', 'story:1'))));
    snapshot.sweep();
    await snapshot.idle();
    expect(await show(await snapshot.serve(at('/s/1'), never))).toBe('hit:今天');
    snapshot.refreshWith(null);
    expect(snapshot.invalidate(['story:1'])).toBe(1);
  });

  test('half-written files of a crash are swept up; a body that does not fit its sidecar is not shown', async () => {
    await (await open()).serve(at('/s/1'), async () => page('完整', 'story:1'));
    await writeFile(join(root, 's/1/.tmp-crash'), '<html><bo');
    await writeFile(join(root, 's/1/index.html'), '只写了一');
    await writeFile(join(root, '.index.html.json'), '{"key":"/","pa');
    const snapshot = await open();
    expect((await readdir(join(root, 's/1'))).sort()).toEqual(['.index.html.json', 'index.html']);
    expect(snapshot.size).toBe(1);
    await expect(snapshot.serve(at('/s/1'), never)).rejects.toThrow();
    expect(await show(await snapshot.serve(at('/s/1'), async () => page('完整', 'story:1')))).toBe('new:完整');
  });
});

describe('what is taken back', () => {
  const broken = (): Promise<Response> => Promise.reject(new Error('数据库没有回答'));

  test('an older file of it is never shown, not even when its page cannot be rendered', async () => {
    const snapshot = await open();
    await snapshot.serve(at('/s/1'), async () => page('一', 'story:1'));
    await snapshot.serve(at('/s/2'), async () => page('二', 'story:2'));
    snapshot.invalidate(['story:1', 'story:2']);
    await snapshot.forget((key) => key === '/s/1');
    expect(await readdir(join(root, 's/1'))).toEqual([]);
    await expect(snapshot.serve(at('/s/1'), broken)).rejects.toThrow('数据库没有回答');
    expect(await show(await snapshot.serve(at('/s/2'), broken))).toBe('stale:二');
  });

  test('a rendering that was under way does not bring it back', async () => {
    const snapshot = await open();
    const door = gate();
    const begun = gate();
    const visit = snapshot.serve(at('/s/1'), async () => {
      begun.open();
      await door.passed;
      return page('一', 'story:1');
    });
    await begun.passed;
    snapshot.invalidate(['story:1']);
    await snapshot.forget((key) => key === '/s/1');
    door.open();
    await visit;
    await expect(snapshot.serve(at('/s/1'), broken)).rejects.toThrow('数据库没有回答');
  });
});

describe('a file that cannot be deleted', () => {
  test('is shown by nobody, stops no other, and is tried again until it is gone', async () => {
    const snapshot = await open();
    for (const serial of [1, 2]) await snapshot.serve(at(`/s/${serial}/`), async () => page('文', `story:${serial}`));
    const { remove } = snapshot.files;
    snapshot.files.remove = (key) =>
      key === '/s/1' ? Promise.reject(new Error('没有权限')) : remove.call(snapshot.files, key);
    await expect(snapshot.forget(() => true)).rejects.toThrow('/s/1');
    expect([await snapshot.standIn('/s/1'), await snapshot.standIn('/s/2')]).toEqual([null, null]);
    await expect(readFile(join(root, 's/2/index.html'))).rejects.toThrow();
    expect(await readFile(join(root, 's/1/index.html'), 'utf8')).toBe('文');
    await expect(snapshot.forget(() => true)).rejects.toThrow('/s/1');
    snapshot.files.remove = remove;
    await snapshot.forget(() => true);
    await expect(readFile(join(root, 's/1/index.html'))).rejects.toThrow();
  });

  test('goes without its sidecar, so that nobody trusts it after a start', async () => {
    const snapshot = await open();
    await snapshot.serve(at('/s/1/'), async () => page('文', 'story:1'));
    await rm(join(root, 's/1/index.html'));
    await mkdir(join(root, 's/1/index.html/stubborn'), { recursive: true });
    await expect(snapshot.forget(() => true)).rejects.toThrow('/s/1');
    expect((await open()).size).toBe(0);
  });
});

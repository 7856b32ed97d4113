import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';

const lint = new ESLint({ overrideConfigFile: '.config/eslint.config.mjs' });
/** How often the rule speaks up in a test file with this text. */
async function complaints(text: string, filePath = 'scripts/e2e/sample.test.ts'): Promise<number> {
  const [result] = await lint.lintText(text, { filePath });
  const fatal = result?.messages.filter((m) => m.fatal);
  if (fatal?.length) throw new Error(fatal[0]?.message);
  return new Set(
    result?.messages.filter(({ ruleId }) => ruleId === 'tests/patience').map(({ line, column }) => `${line}:${column}`),
  ).size;
}

describe('a test that would fail on a loaded machine is refused', () => {
  it.each([
    "it('x', async () => {}, 30_000);",
    "it.each([1])('x', async () => {}, 30_000);",
    "it.skipIf(true)('x', async () => {}, 5000);",
    "test.each`a`('x', async () => {}, 5000);",
    'beforeAll(async () => {}, 120_000);',
    "page.waitForEvent('load', { timeout: 60_000 });",
    'page.setDefaultTimeout(30_000);',
    "it('x', async () => {}, 5 * 60_000);",
    "it('x', { timeout: 5 * 1000 }, async () => {});",
    "page.waitForSelector('p', { 'timeout': 5000 });",
    "await page.locator('p').click({ timeout: 500 });",
    'await page.waitForFunction(() => here, null, { timeout: 2 * 1000 });',
    'const deadline = 20_000;',
    'const until = Date.now() + 20_000;',
    'while (performance.now() - from < 5000) look();',
    'await chromium.launch({ headless: true });',
    'fetch(url, { signal: AbortSignal.timeout(5000) });',
    'await vi.waitUntil(() => here);',
    'await vi.waitFor(() => here(), { interval: 5 });',
    'await expect.poll(() => n).toBe(0);',
    'await new Promise((done) => setTimeout(done, 50));',
    'for (;;) await new Promise((done) => setTimeout(done, 5000));',
    'await sleep(20);',
    'await page.waitForTimeout(100);',
    'await page.waitForTimeout(long);',
    'await page.evaluate(() => new Promise((done) => setTimeout(done, 300)));',
    'await setTimeout(500);',
    "import { setTimeout as later } from 'node:timers/promises';",
    "execSync('sleep 2');",
    'server.listen(8080);',
    'server.listen({ port: 8080 });',
    "await fetch('http://localhost:3000/');",
    'await page.goto(`http://127.0.0.1:4321/${path}`);',
    'expect(performance.now() - from).toBeLessThan(200);',
    'expect(Date.now() - since).toBeLessThanOrEqual(2000);',
    'expect(elapsed).toBeLessThan(2000);',
    'expect(answer.ms).toBeLessThan(2000);',
    "spawn(process.execPath, ['x.ts']);",
  ])('%s', async (text) => {
    expect(await complaints(text)).toBe(1);
  });
});

describe('one that waits for what must come is not', () => {
  it.each([
    "it('x', async () => {}, within(30_000));",
    "page.waitForEvent('load', { timeout: within(60_000) });",
    'await vi.waitUntil(() => here, { timeout: within(5000) });',
    'await expect.poll(() => n, { timeout: within(5000) }).toBe(0);',
    'const until = Date.now() + within(20_000);',
    'while (performance.now() - from < 3);',
    'const tomorrow = new Date(Date.now() + 86_400_000);',
    'await chromium.launch({ timeout: within(60_000) });',
    "import { setTimeout as sleep } from 'node:timers/promises';",
    'while (!here()) await new Promise((done) => setTimeout(done, 20));',
    'await clock.sleep(60_000);',
    "server.listen(0, '127.0.0.1');",
    "expect(await status('http://localhost:3000')).toBe('text only');",
    'expect(Date.parse(row.updatedAt)).toBeLessThan(until);',
    'expect(performance.now() - from).toBeGreaterThanOrEqual(95);',
    'expect(rows.length).toBeLessThan(10);',
    "spawn('sqlite3', [file]);",
  ])('%s', async (text) => {
    expect(await complaints(text)).toBe(0);
  });

  it('and the rule is about tests alone', async () => {
    expect(await complaints('await new Promise((done) => setTimeout(done, 50));', 'scripts/start/sample.ts')).toBe(0);
  });
});

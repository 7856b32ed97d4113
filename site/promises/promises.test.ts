import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { promiseTable } from './promise-table.ts';
import { bindingIn, dataPromises, outgoingSentences } from './outward.ts';
import { promises } from './promises.ts';
import { writtenPromises } from './written.ts';

const plain = (text: string) => text.replace(/[\s。；]/g, '');

it('no public page promises what is not entered, and nothing entered has gone from its page', async () => {
  const written = await writtenPromises();
  expect(written.length).toBeGreaterThan(20);
  const isEntered = ({ text, where }: { text: string; where: string }) =>
    promises.some((promise) => promise.where === where && plain(promise.says).includes(plain(text)));
  expect(written.filter((sentence) => !isEntered(sentence))).toEqual([]);
  for (const { says, where } of promises) {
    // Values stand between the words; markup too. Some words stand in an attribute.
    const source = await readFile(where, 'utf8');
    const read = [source, source.replace(/<[^>]*>/g, ''), source.replace(/<[^>]*>|\$?\{[^{}]*\}/g, '')]
      .map(plain)
      .join();
    for (const part of says.split('。')) expect([where, part, read.includes(plain(part))]).toEqual([where, part, true]);
  }
});

it('finds a promise that somebody slips in', async () => {
  const { sentencesOf } = await import('./written.ts');
  const page =
    '---\nconst a = 1;\n---\n<p>本站的内容{a}保证<b>绝对</b>准确，随时更新。</p>\n<Base title="一律匿名" description="请看这里。" />\n{open ? \'我们承诺三天内答复\' : null}';
  expect(sentencesOf('site/pages/new.astro', page).map(({ text }) => text)).toEqual([
    '一律匿名',
    '本站的内容保证绝对准确，随时更新',
    '我们承诺三天内答复',
  ]);
});

it('no channel, mail, note in a package, calendar, feed or file of data promises what is not entered', async () => {
  const written = [...(await outgoingSentences()), ...(await dataPromises())];
  expect(written.length).toBeGreaterThan(15);
  const isEntered = ({ text, where }: { text: string; where: string }) =>
    promises.some(
      (promise) =>
        promise.where === where &&
        (plain(promise.says).includes(plain(text)) || plain(text).includes(plain(promise.says))),
    );
  expect(written.filter((sentence) => !isEntered(sentence))).toEqual([]);
});

it('finds one that somebody slips into a note of several lines, or into a sentence with values', () => {
  const source =
    "const note = (n: string) => `第一行\n本包随时更新，${n ? `共${n}份` : '没有'}。\n期满一律收回。`;\nconst letter = '请回执。我们24小时内答复。';\n// 一律不算\nconst order = '接到通知，立即停播。';";
  expect(bindingIn('campaigns/channels/x.ts', source).map(({ text }) => text)).toEqual(
    ['本包随时更新，', '期满一律收回', '我们24小时内答复'].map((text) => text.replace(/，$/, '')),
  );
});

it('each promise has a test that is there', async () => {
  for (const { id, proof } of promises) {
    const source = await readFile(proof.file, 'utf8').catch(() => '');
    expect([id, source.includes(proof.test)]).toEqual([id, true]);
  }
  expect(new Set(promises.map(({ id }) => id)).size).toBe(promises.length);
});

it('docs/promises.md holds exactly this table', async () => {
  expect(await readFile('docs/promises.md', 'utf8')).toContain(promiseTable(promises));
});

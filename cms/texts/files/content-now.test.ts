import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gather } from '../../../campaigns/bulkhead/stuck.ts';
import { allContentNow, contentNow, lookAtFilesAgain } from './content-now.ts';
import { openContent, type Content } from '../../content/content.ts';
import { keyOfFile, writtenAt } from './entries.ts';
import { kindNames } from './kinds.ts';
import { ownContent, type OwnContent } from './testing/own-content.ts';

let content: OwnContent;
let opened: Content;
beforeAll(async () => {
  content = await ownContent();
  opened = content.content;
});
afterAll(() => content.close());
const list = 'content/lists/wage-arrears.yaml';
const names = async () => (await contentNow('lists', opened)).map(({ name }) => name);
const summary = async () =>
  (await contentNow('lists', opened)).find(({ name }) => name === 'wage-arrears')?.data.summary;

describe('the files as they say now', () => {
  it('are the very same as long as nobody has touched one: nothing is reckoned twice', async () => {
    const before = await contentNow('lists', opened);
    lookAtFilesAgain();
    expect(await contentNow('lists', opened)).toBe(before);
  });

  it('are each known by a key of its own and lie where they say', async () => {
    const all = (await allContentNow(opened)).flat();
    expect(new Set(all.map(keyOfFile)).size).toBe(all.length);
    expect(await Promise.all(all.map(({ file }) => writtenAt(content.root, file)))).not.toContain(null);
    expect(await writtenAt(content.root, 'content/lists/none.yaml')).toBeNull();
  });

  it('are read anew when one was written, made or removed', async () => {
    await content.set(list, 'summary', '改了的摘要。');
    expect(await summary()).toBe('改了的摘要。');
    await content.write('content/lists/new-list.yaml', { ...(await content.read(list)), slug: 'new-list' });
    expect(await names()).toContain('new-list');
    await content.remove('content/lists/new-list.yaml');
    expect(await names()).not.toContain('new-list');
  });

  it('half saved, they are as they last were whole', async () => {
    const [before, whole] = [await summary(), await content.read(list)];
    await content.write(list, 'slug: wage-arrears\nname: [');
    expect(await summary()).toBe(before);
    await content.write(list, whole);
    expect(await summary()).toBe(before);
  });

  it.each(['.wage-arrears.yaml.swp', 'wage-arrears.yaml~', '说明.txt', 'Thumbs.db'])(
    'what editors and people leave beside them is none of them: %s',
    async (name) => {
      const before = await contentNow('lists', opened);
      await writeFile(join(content.root, 'content/lists', name), 'x');
      lookAtFilesAgain();
      expect(await contentNow('lists', opened)).toBe(before);
      await rm(join(content.root, 'content/lists', name));
    },
  );

  it('another city reads its own file, though both lie in one folder', async () => {
    await content.write('content/region/ziyang.yaml', {
      ...(await content.read('content/region/guangyuan.yaml')),
      slug: 'ziyang',
      city: '示例市',
    });
    const [there] = await contentNow('region', openContent({ root: content.root, city: 'ziyang' }));
    const [here] = await contentNow('region', opened);
    expect([there?.data.city, there?.file, here?.name]).toEqual(['示例市', 'content/region/ziyang.yaml', 'guangyuan']);
  });

  it('a kind that has never been whole is told and has no files; the others are there, and so is it once it is mended', async () => {
    const broken = openContent({ root: content.root, city: 'nowhere' });
    const { stuck, value } = await gather(() => allContentNow(broken));
    expect(kindNames.filter((_, i) => value[i]?.length === 0)).toEqual(['region']);
    expect(stuck.map(({ item }) => item)).toEqual(['content region']);
    await content.write('content/region/nowhere.yaml', {
      ...(await content.read('content/region/guangyuan.yaml')),
      slug: 'nowhere',
    });
    expect((await contentNow('region', broken)).map(({ name }) => name)).toEqual(['nowhere']);
  });
});

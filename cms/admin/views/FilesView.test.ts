import { afterAll, beforeAll, expect, it } from 'vitest';
import { createManualClock } from '../../../campaigns/outbox/engine/manual-clock.ts';
import type { Person } from '../../access/person.ts';
import { roleNames, type Role } from '../../access/roles.ts';
import { fileTasks } from '../queries/file-tasks.ts';
import { testCms, type TestCms } from '../../testing/test-cms.ts';
import { takeUpFiles } from '../../texts/files/take-up-files.ts';
import { ownContent, type OwnContent } from '../../texts/files/testing/own-content.ts';
import { hostileTitle, isMarkup } from '../testing/sentences.ts';
import { showView } from '../testing/view.ts';
import { FilesView } from './FilesView.tsx';

let cms: TestCms;
let content: OwnContent;
const list = 'content/lists/wage-arrears.yaml';
const as = (...roles: Role[]): Person => ({ id: 'somebody', name: '示例', roles });
const look = (who = as('reviewer1')) => showView(FilesView, cms.payload, who);
beforeAll(async () => {
  content = await ownContent();
  cms = await testCms(content);
  await takeUpFiles(cms.payload, createManualClock('2026-11-20T09:00:00+08:00'));
});
afterAll(async () => {
  await content.close();
  await cms.close();
});

it('nothing was changed: says that the site shows what the files say', async () => {
  const { buttons, texts, trail } = await look();
  expect([texts('main > p.cx-quiet'), buttons, trail]).toEqual([
    ['没有等人同意的：网站上的文字和服务器上的文件一样。'],
    [],
    ['内容文件'],
  ]);
  expect(await fileTasks(cms.payload, as('reviewer1'))).toEqual([]);
});

it('a changed file stands with both texts; words are words', async () => {
  await content.set(list, 'summary', hostileTitle);
  const { html, texts } = await look();
  expect(isMarkup(html)).toBe(false);
  expect(texts('h2')).toEqual(['名单说明 拖欠农民工工资失信联合惩戒对象']);
  expect(texts('.cx-waiting > p')[0]).toMatch(
    new RegExp(`^${list}：改过，网站上还是原来的。文件上次写入：.*\\d\\d:\\d\\d。$`),
  );
  expect(texts('section td').some((cell) => cell === hostileTitle)).toBe(true);
});

it('its task leads to its place on this page', async () => {
  const [task, ...rest] = await fileTasks(cms.payload, as('signer'));
  expect([task?.href, rest]).toEqual(['/admin/files#lists--wage-arrears', []]);
  expect((await look()).find('#lists--wage-arrears')).not.toBeNull();
});

it.each(roleNames)('%s may agree, or is told who may', async (role) => {
  const { buttons, texts } = await look(as(role));
  const may = ['reviewer1', 'reviewer2', 'signer'].includes(role);
  expect(buttons).toEqual(may ? ['同意，换上新的'] : []);
  expect(texts('main > p.cx-quiet')).toEqual(may ? [] : ['同意要由初审、复审或终审人来按。']);
  expect((await fileTasks(cms.payload, as(role))).length).toBe(may ? 1 : 0);
});

it.each(roleNames)(
  'what the checks stopped: %s is told who decides, and the secrecy reviewer is asked for a reason',
  async (role) => {
    await content.set(list, 'summary', '曝光红叶超市短斤少两。');
    const { buttons, find, texts } = await look(as(role));
    const decides = role === 'secrecy';
    expect(buttons).toEqual(decides ? ['同意，换上新的'] : []);
    expect(texts('.cx-waiting__blame')).toEqual([
      expect.stringMatching(/不能指名批评.*content\/lists\/wage-arrears\.yaml/),
    ]);
    expect(find('.cx-waiting textarea') !== null).toBe(decides);
    expect(texts('.cx-waiting > p.cx-quiet')).toEqual(decides ? [] : ['确属看错的，请保密审查人写明理由后同意。']);
    expect(texts('main > p.cx-quiet')).toEqual([]);
  },
);

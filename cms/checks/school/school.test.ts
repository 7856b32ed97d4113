import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadSchoolRules } from '../../content/load-school-rules.ts';
import { isForSchools } from '../../checking/is-for-schools.ts';
import { listFiles } from '../../content/list-files.ts';
import { findInSchool } from './find-in-school.ts';
import { strangeAddresses } from './strange-addresses.ts';

const rules = await loadSchoolRules(process.cwd());
const rulesIn = (text: string) =>
  findInSchool([{ field: '正文', text, at: () => '正文第1段' }], rules, 'chengxin.example.gov.cn').map(
    ({ rule }) => rule,
  );

describe('what schools may not get', () => {
  it.each([
    ['advert', '课后可到示例书店，限时优惠买一送一。'],
    ['advert', '报班热线：0839-0000000，免费试听。'],
    ['advert', '扫码下单，优惠券满减。'],
    ['advert', '请下载APP观看。'],
    ['game', '下载游戏领新手礼包。'],
    ['game', '和同学一起来玩游戏，点击试玩。'],
    ['game', '推荐一款手游。'],
    ['ranking', '课后公布班级排名。'],
    ['ranking', '诚信积分榜每周更新，末位淘汰。'],
    ['ranking', '各校按分数排，贴在排行榜上。'],
    ['punch-in', '连续七天打卡。'],
    ['punch-in', '每日签到，满三十天发奖。'],
    ['forwarding', '请转发到班级群。'],
    ['forwarding', '转发打卡并截图。'],
    ['forwarding', '请家长集赞、为孩子投票。'],
    ['forwarding', '发朋友圈并分享到朋友圈。'],
    ['code', '扫码关注公众号看全文。'],
    ['code', '长按识别二维码进群。'],
    ['address', '全文见 https://game.example.com/x 。'],
    ['address', '看 www.shop-example.com 。'],
    ['address', '<a href="//other.example.org/">这里</a>'],
    ['notice', '今天讲一个校园欺凌的例子。'],
    ['notice', '有人借了校园贷。'],
  ])('school/%s: %s', (rule, text) => {
    const found = findInSchool([{ field: '正文', text, at: () => '正文第1段' }], rules, 'chengxin.example.gov.cn');
    expect(found.map((f) => f.rule)).toContain(`school/${rule}`);
    for (const finding of found)
      expect(finding).toMatchObject({ level: 'block', at: '正文第1段', mend: expect.stringMatching(/请.*。$/) });
  });

  it.each([
    '不打卡、不排名、不转发。',
    '这项作业不要求打卡。',
    '学习时远离手游，防范网游充值骗局。',
    '读一读本站的 https://chengxin.example.gov.cn/teach/ 。',
    '<a href="/teach/12">第十二课</a>',
    '投票举手，把两边的人数写在黑板上。',
    '内容提示：下面讲到校园欺凌，请在老师或家长陪同下阅读。今天讲一个校园欺凌的例子。',
    '各组说说自己的发现，不分先后。',
    '超市的价签要写明单价。',
    '和家人一起翻一翻最近三次网购。',
    '查身份证件要带原件。',
    '文件名.docx 放在桌上。',
    '第3.5节 讨论。',
  ])('silent: %s', (text) => expect(rulesIn(text)).toEqual([]));

  it('every word of the list is found, and named with the reason', () => {
    for (const { id, words } of rules.rules)
      for (const word of words)
        expect({ word, rules: rulesIn(`请${word}。`) }).toMatchObject({
          word,
          rules: expect.arrayContaining([`school/${id}`]),
        });
  });

  it('silent on the lessons that come with the product', async () => {
    const files = await listFiles(process.cwd(), 'content/materials', '.md');
    expect(files.length).toBeGreaterThan(4);
    for (const file of files)
      expect({
        file,
        found: rulesIn((await readFile(join(process.cwd(), file), 'utf8')).replace(/^---[\s\S]*?\n---/, '')),
      }).toEqual({ file, found: [] });
  });
});

it('an address is this site, or it is another', () => {
  expect(strangeAddresses('http://localhost:4321/s/1 https://WWW.Localhost/x', 'localhost:4321')).toEqual([]);
  expect(strangeAddresses('https://localhost.example.com/', 'localhost:4321')).toEqual([
    { from: 0, host: 'localhost.example.com' },
  ]);
  expect(strangeAddresses('https://a.example:8443/', 'b.example')).toHaveLength(1);
});

it('lessons and the columns for pupils are for schools, whatever stands in them', () => {
  expect(isForSchools({ kind: 'material', column: null }, rules)).toBe(true);
  expect(isForSchools({ kind: 'activity', column: { slug: 'campus' } }, rules)).toBe(true);
  expect(isForSchools({ kind: 'activity', column: { slug: 'news' } }, rules)).toBe(false);
});

it('names the place where it was written, in whatever characters and with whatever stands between them', () => {
  const at = (text: string) =>
    findInSchool([{ field: '正文', text, at: (offset) => text.slice(offset, offset + 2) }], rules, 'a.example').map(
      ({ at: place }) => place,
    );
  expect(at('第一段。\n\n推荐一款手<b>遊</b>。')).toEqual(['手<']);
  expect(at('推薦一款手遊。')).toEqual(['手遊']);
  expect(at('推荐一款手 游。')).toEqual(['手 ']);
});

/** One kind of string that the public can see, and who stands for it. */
export interface PublicString {
  what: string;
  /** Where it comes from: a collection, or a folder of this repository. */
  from: string;
  writtenBy: string;
  approvedBy: string;
  /** What one person can still change alone, in plain words; absent: nothing. */
  open?: string;
}

const three = '初审、复审、终审（小单位两人）和保密审查；签发以后一个字也不变';
const second = '第二人（初审、复审或终审人，没有写过也没有改过它的）';

/**
 * Every string that the public can see → who approved it: the table of `docs/public-strings.md`
 * (docs/decisions/046). `scripts/e2e/public-strings.test.ts` walks a seeded city and finds nothing else.
 */
export const publicStrings: readonly PublicString[] = [
  {
    what: '稿件的标题、摘要、正文、标签、来源、作者、四步、年表、署名',
    from: 'releases',
    writtenBy: '采编',
    approvedBy: three,
  },
  {
    what: '图片的替代文字、图说、版权',
    from: 'releases',
    writtenBy: '采编',
    approvedBy: `随稿件：${three}；审过以后在图片库里改了，审过的不算数，要重新送审；签发以后再改，改不到已签发的稿`,
  },
  {
    what: '图片和打印包的文件名',
    from: 'publications',
    writtenBy: '系统（编号加尺寸；编号加种类）',
    approvedBy: '随产品，不取上传时的文件名',
  },
  {
    what: '典型的姓名、地方、类别、推荐单位、批次、表彰单位和文号',
    from: 'releases',
    writtenBy: '采编、终审人（推荐材料）',
    approvedBy: `写进稿件以后${three}`,
  },
  { what: '教学材料和它的说明文件', from: 'releases', writtenBy: '采编', approvedBy: three },
  { what: '栏目的名称、类型、说明、关键词', from: 'columns', writtenBy: '管理员', approvedBy: second },
  { what: '首页的头条、置顶和先后', from: 'front-pages', writtenBy: '采编、终审人、管理员', approvedBy: second },
  { what: '节点的日期、通知文号', from: 'occasion-notices', writtenBy: '终审人、管理员', approvedBy: second },
  {
    what: '撤回的说明',
    from: 'withdrawals',
    writtenBy: '终审人；荣誉撤销的由推荐流程带出',
    approvedBy: `${second}；没有同意以前只写“这篇报道已经撤回。”`,
  },
  { what: '已下线、期满、按登记补记的说明', from: 'cms/read', writtenBy: '系统', approvedBy: '随产品' },
  {
    what: '更正（原文、改为、说明）',
    from: 'corrections',
    writtenBy: '终审人',
    approvedBy: `终审人登记的：${second}，没有同意以前只写“本文有一处内容正在更正”；紧急更正由两人（一人提出、一人确认）；随新版签发的由三审`,
  },
  {
    what: '活动的名称、主题、一句话、阶段、宜忌、行动、单位、依据、文号',
    from: 'campaigns',
    writtenBy: '采编、终审人、管理员',
    approvedBy: `没有写过也没有改过它的终审人确认（决定028）；确认以后改的：${second}`,
  },
  {
    what: '排期在活动页上的名字（稿件没有签发时）',
    from: 'posts',
    writtenBy: '采编、终审人',
    approvedBy: `随活动由终审人确认（决定028）；确认以后加的、改的：${second}`,
  },
  {
    what: '日常推送在微信摘要、微博里自己写的话',
    from: 'daily-posts',
    writtenBy: '采编、终审人、管理员',
    approvedBy: '第二人确认，两人里有一位终审人；稿件有了新签发的内容，再确认一次（决定063）',
  },
  {
    what: '现在网站上用的栏目、通知、撤回、更正、活动、排期文字',
    from: 'public-texts',
    writtenBy: '上面各行',
    approvedBy: '上面各行；升级前就在网站上的照旧沿用',
  },
  {
    what: '名单说明、节点说明、城市信息（名称、电话、备案号）、渠道名称和信函抬头、默认封面（哪些字段见 `cms/texts/files/kinds.ts`）',
    from: 'content',
    writtenBy: '随产品发布；维护服务器的人',
    approvedBy:
      '随产品带来的和安装时就在的照用；以后改的由第二人同意（初审、复审或终审人），之前网站和信函上还是原来的',
  },
  {
    what: '页面、订阅、接口自己的字句',
    from: 'site',
    writtenBy: '随产品',
    approvedBy: '随产品；其中的承诺见 `docs/promises.md`',
  },
];

/** The table as it stands in `docs/public-strings.md`. */
export function publicStringTable(strings: readonly PublicString[]): string {
  const rows = strings.map(
    ({ approvedBy, from, open = '', what, writtenBy }) =>
      `| ${what} | \`${from}\` | ${writtenBy} | ${approvedBy} | ${open} |`,
  );
  return ['| 公众看得见的字 | 来自 | 谁写 | 谁同意 | 还缺什么 |', '|---|---|---|---|---|', ...rows].join('\n');
}

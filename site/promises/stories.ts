import type { PublicPromise } from './promise.ts';

const named = 'site/components/story/NamedNote.astro';
const noRows = {
  kind: 'made' as const,
  restsOn: '名单只有说明和链接，没有条目',
  proof: { file: 'site/promises/no-score.test.ts', test: 'there is no score and no list of names' },
};
const noNumbers = {
  kind: 'always' as const,
  restsOn: '含有完整身份证件号码的文字存不下来',
  proof: { file: 'cms/checking/save/refuse-id-numbers.test.ts', test: 'nobody gets past by another door' },
};
const listPromises: readonly PublicPromise[] = [
  { id: 'list-rows', says: '本站不登载这类名单的任何一条', where: 'site/pages/lists/[slug].astro', ...noRows },
  {
    id: 'list-names',
    says: '本站不认定任何人，也不登载名单，只说明依据，并带您到官方网站查询',
    where: 'site/pages/lists/index.astro',
    ...noRows,
  },
  { id: 'list-arrears', says: '本站不登载名单上的任何人', where: 'content/lists/wage-arrears.yaml', ...noRows },
  { id: 'list-tax', says: '本站从严，一位也不登载', where: 'content/lists/major-tax-violations.yaml', ...noNumbers },
  {
    id: 'list-court',
    says: '本站不登载任何人的证件号码，同名的人请用年龄、执行法院和案号区分',
    where: 'content/lists/judgment-defaulters.yaml',
    ...noNumbers,
  },
  {
    id: 'list-market',
    says: '本站不登载任何人的证件号码',
    where: 'content/lists/market-serious-violations.yaml',
    ...noNumbers,
  },
];
const gone = 'site/components/story/Withdrawn.astro';
const goneLesson = 'site/components/teach/Withdrawn.astro';

export const storyPromises: readonly PublicPromise[] = [
  {
    id: 'period',
    says: '公示期到零点为止，到时自动撤下',
    where: named,
    kind: 'always',
    restsOn: '签发稿里的期满日；到那天零点，网站、订阅、搜索、接口和打包文件都不再给出',
    proof: { file: 'cms/honours/end-periods.test.ts', test: 'a named case leaves at 00:00 of the end day' },
  },
  {
    id: 'period-elsewhere',
    says: '公示期到零点为止，网页到时自动撤下',
    where: 'cms/release/rendition/facts-html.ts',
    kind: 'always',
    restsOn: '同上；订阅、打印和各渠道发的文字里只说网页，因为渠道上的副本有的要人去撤',
    proof: { file: 'cms/honours/end-periods.test.ts', test: 'a named case leaves at 00:00 of the end day' },
  },
  {
    id: 'objection',
    says: '认为有误的，可以提出异议：',
    where: named,
    kind: 'state',
    restsOn: '指名案例没有异议入口的，关口G18不让送审和签发；有了才有这一段',
    proof: { file: 'cms/gates/gates.test.ts', test: 'a named case with everything passes' },
  },
  {
    id: 'anonymous',
    says: '本案当事人已作匿名处理，不指向任何具体的人和单位',
    where: 'cms/release/rendition/anonymity.ts',
    kind: 'state',
    restsOn: '签发时系统从全文查过，没有认出具体的人和单位，表单的回答也是这样',
    proof: {
      file: 'scripts/e2e/rendition.test.ts',
      test: 'a case that names nobody says so everywhere, one in which somebody can be recognised nowhere',
    },
  },
  {
    id: 'manner',
    says: '行文只讲事，不评价人',
    where: 'cms/release/rendition/anonymity.ts',
    kind: 'always',
    restsOn: '侮辱性词语由词表查出，阻止送审和签发',
    proof: {
      file: 'cms/checking/findings/story-findings.test.ts',
      test: 'word lists, minors, sealed records and the presumption of innocence',
    },
  },
  {
    id: 'gone',
    says: '原文不再提供，本说明长期保留',
    where: gone,
    kind: 'always',
    restsOn: '撤回以后网址回答410和说明；上线记录谁都不能删除',
    proof: { file: 'site/server/start-site.test.ts', test: 'a withdrawn story is gone from page and disk' },
  },
  {
    id: 'gone-note',
    says: '这篇报道已撤回，本说明长期保留',
    where: gone,
    kind: 'always',
    restsOn: '同上',
    proof: { file: 'site/testing/pages.test.ts', test: 'withdrawn is 410 without the old title' },
  },
  {
    id: 'gone-everywhere',
    says: '本站的页面、订阅和搜索已同时撤下',
    where: gone,
    kind: 'always',
    restsOn: '列表、邻篇、订阅、搜索都只读上线状态',
    proof: { file: 'cms/read/payload-reader.test.ts', test: 'leave a notice when withdrawn, and vanish from lists' },
  },
  {
    id: 'lesson-gone',
    says: '目录、下载、订阅和搜索已同时撤下',
    where: goneLesson,
    kind: 'always',
    restsOn: '材料目录和压缩包都只读上线状态',
    proof: { file: 'site/testing/pages.test.ts', test: 'a withdrawn lesson is 410' },
  },
  {
    id: 'model-gone',
    says: '一位典型已撤下',
    where: 'site/components/gallery/Gallery.astro',
    kind: 'state',
    restsOn: '这一批里有撤回的才有这一格',
    proof: { file: 'site/testing/pages.test.ts', test: 'the place of a withdrawn role model' },
  },
  {
    id: 'three',
    says: '本稿经初审、复审、终审，由终审人签发后发布',
    where: 'cms/release/review-note.ts',
    kind: 'state',
    restsOn: '签发稿里记下的审签方式：两人审签、紧急更正、示例导入各有自己的话',
    proof: { file: 'cms/review/urgent/urgent.test.ts', test: 'is followed by three reviews' },
  },
  ...listPromises,
  {
    id: 'ipv6',
    says: '本站支持IPv6',
    where: 'site/components/Footer.astro',
    kind: 'state',
    restsOn: '三十天内真有公网IPv6的来访得到过回答（直接来的，或者由受信任的代理转来的）',
    proof: { file: 'site/server/start-site.test.ts', test: 'IPv6 is claimed only once somebody was answered over it' },
  },
  {
    id: 'demo',
    says: '演示这里的人物、单位和数据都是示例，推送不会发到真实账号',
    where: 'site/components/Header.astro',
    kind: 'state',
    restsOn: '渠道设置是模拟平台（CHANNELS=emulator）时才有这一条',
    proof: { file: 'site/testing/pages.test.ts', test: 'the strip of the demonstration' },
  },
];

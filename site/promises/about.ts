import type { PublicPromise } from './promise.ts';

const privacy = 'site/pages/about/privacy.astro';
const access = 'site/pages/about/accessibility.astro';
const about = 'site/pages/about/index.astro';
const report = 'site/pages/about/report-error.astro';
const browser = (test: string) => ({ file: 'scripts/e2e/public.test.ts', test });

export const aboutPromises: readonly PublicPromise[] = [
  { id: 'no-login', says: '不用注册，不用登录，不要求下载任何程序', where: privacy, kind: 'made', restsOn: '公开网站没有登录，没有可以登录的地址', proof: browser('nobody is asked to log in') },
  { id: 'no-cookie', says: '不用Cookie，不装统计代码，页面不向第三方发送任何请求', where: privacy, kind: 'made', restsOn: '内容安全策略只许本站；页面不设Cookie', proof: browser('no cookie, and no request to anybody else') },
  { id: 'own-browser', says: '字号和适老版的选择只存在您自己的浏览器里，清除浏览数据就没有了', where: privacy, kind: 'made', restsOn: '选择写在浏览器的localStorage里，不发请求', proof: browser('choices stay in the browser') },
  { id: 'no-record', says: '本站程序不记录谁看了哪一页；为防范攻击，只在内存里短暂计数', where: privacy, kind: 'always', restsOn: '网站程序不写访问日志，数据文件夹里没有来访的地址', proof: { file: 'site/server/start-site.test.ts', test: 'nothing is written of who looked at what' } },
  { id: 'consent', says: '诚信典型登出前，须由推荐单位公示，并取得本人书面同意；同意可以随时撤回', where: privacy, kind: 'always', restsOn: '关口G17：没有通过的推荐人选不能送审和签发；撤回同意即下线', proof: { file: 'cms/nominations/nominations.test.ts', test: 'refuses a role model without a nomination' } },
  { id: 'cases', says: '警示案例不写当事人是谁。法律、法规规定公开的，页面上同时写明依据、公示期限和异议入口，期满自动撤下', where: privacy, kind: 'always', restsOn: '关口G01—G04、G18；期满按读取时的日子算', proof: { file: 'cms/honours/end-periods.test.ts', test: 'a named case leaves at 00:00 of the end day' } },
  { id: 'numbers', says: '不公开身份证件号码', where: privacy, kind: 'always', restsOn: '含有完整身份证件号码的文字存不下来', proof: { file: 'cms/checking/save/refuse-id-numbers.test.ts', test: 'nobody gets past by another door' } },
  { id: 'minors', says: '案件和负面事情里的未成年人，不写姓名、学校和住处', where: privacy, kind: 'always', restsOn: '检查规则minor/…，看到的都拦下；看错了的，只有保密审查人能写明理由判定', proof: { file: 'cms/testing/corpus/people-law.test.ts', test: 'is found in every form' } },
  { id: 'withdrawn-together', says: '撤回后，本站的页面、订阅、搜索和教学材料包同时撤下，其他渠道的副本逐处处理并留下记录', where: privacy, kind: 'always', restsOn: '读取时只认上线状态；撤回任务逐份登记在台账', proof: { file: 'cms/read/payload-reader.test.ts', test: 'leave a notice when withdrawn, and vanish from lists' } },
  { id: 'signed-first', says: '每一篇都由终审人签发后才登出来；经过几个人审、是不是紧急更正，写在稿件末尾的印旁边', where: about, kind: 'always', restsOn: '网站只读签发稿；签发稿由审签的状态机产生', proof: { file: 'cms/review/machine.test.ts', test: 'needs both reviews, of exactly this content' } },
  { id: 'no-score', says: '本站不给任何人打分、排名，不整份转载失信名单', where: about, kind: 'made', restsOn: '没有分数和名次的字段；名单只有说明和链接', proof: { file: 'site/promises/no-score.test.ts', test: 'there is no score and no list of names' } },
  { id: 'correction', says: '确认有错，就在原页改正，并在落款下面写明：哪一天改的，原来怎么写，现在怎么写，哪些副本同时改了', where: report, kind: 'always', restsOn: '更正记录随签发稿走，页面写出全部四项', proof: { file: 'site/testing/pages.test.ts', test: 'a correction stands under the signature' } },
  { id: 'notice-stays', says: '需要撤回的，原网址换成撤回说明，长期保留', where: report, kind: 'always', restsOn: '撤回以后网址回答410和说明', proof: { file: 'site/testing/pages.test.ts', test: 'withdrawn is 410 without the old title' } },
  { id: 'same-content', says: '适老版和标准版是同一个网址、同一份内容：字更大，黑字白底，线条更粗，只留一栏。它只在这台设备的浏览器里记住您的选择，不向任何地方发送', where: access, kind: 'made', restsOn: '适老版是同一页的另一套样式', proof: browser('choices stay in the browser') },
  { id: 'without-scripts', says: '所有页面不开脚本也能看，能搜索，能打印', where: access, kind: 'made', restsOn: '页面由服务器写好', proof: browser('without scripts every page says all it has to say') },
  { id: 'keyboard', says: '全部操作可以只用键盘完成，焦点有粗框；按Tab键，第一个出现的是“跳到正文”', where: access, kind: 'made', restsOn: '链接、按钮和表单都用原生元素', proof: browser('the keyboard reaches everything, and one sees where it is') },
  { id: 'contrast', says: '文字与底色的对比度不低于4.5比1；不单靠颜色传达意思', where: access, kind: 'made', restsOn: '色表按对比度选定', proof: browser('nothing that axe finds') },
  { id: 'reflow', says: '图片有文字说明；页面放大到四倍，或屏幕只有320像素宽，也不用左右拖动', where: access, kind: 'made', restsOn: '版面自动排', proof: browser('320 pixels are wide enough') },
  { id: 'quiet', says: '没有验证码，没有弹窗，没有自动播放和滚动的内容', where: access, kind: 'made', restsOn: '页面里没有这些元素', proof: browser('nothing pops up, plays or moves by itself') },
];

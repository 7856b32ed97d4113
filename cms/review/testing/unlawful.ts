import type { Payload } from 'payload';
import type { Person } from '../../access/person.ts';
import type { Story } from '../../payload-types.ts';
import { markdownToRichText } from '../../rich-text/from-markdown.ts';
import { draft } from '../../testing/story.ts';
import { performReview } from '../../desk/perform.ts';

type Data = Record<string, unknown>;

/** One piece as a tired writer would hand it in, what the desk says to it, and how it may be told. All people and places are fictional. */
export interface Piece {
  unlawful: Data;
  says: RegExp;
  lawful: Data;
}

const body = (markdown: string) => ({ body: markdownToRichText(markdown) });
const steps = (what: string, mend = '缴清罚款') => ({
  kind: 'case',
  caseSteps: {
    what,
    rule: { law: '示例法', article: '第一条', text: '不得伪造。' },
    costs: [{ figure: '8000元', label: '罚款' }],
    mend: [{ date: '2026-01-01', text: mend }],
  },
  disclosure: { evidence: '示例决定书', checker: '示例', checkedOn: '2026-06-01' },
});
const anonymousCase = { answer: { who: 'nobody', tone: 'negative' } };
const lesson = {
  kind: 'material',
  column: null,
  lesson: { stage: '小学高年级', theme: '守信', subject: '道德与法治', duration: 40, licence: 'CC BY 4.0' },
};
const asked = /认得出谁，是褒是贬[\s\S]*保密审查人/;

/** Ids of pictures whose words blame somebody, and of one that does not. */
export interface Pictures {
  captioned: string;
  described: string;
  plain: string;
}

/** The three stories that once went through all reviews, and ten of other kinds and places. */
export const pieces = ({ captioned, described, plain }: Pictures): Record<string, Piece> => ({
  '活动动态，标题里指名欠债': {
    unlawful: {
      kind: 'activity',
      title: '张伟欠款十二万元至今未还',
      ...body('张伟，42岁，案号（2026）川0802执123号。现场有群众围观。'),
    },
    says: asked,
    lawful: { kind: 'activity', title: '法院讲怎样主动还款', ...body('活动现场，法官讲了主动还款的三个好处。') },
  },
  '案例没有勾指名，写了人名': {
    unlawful: { ...steps('店主孙磊卖过期食品，被罚款五千元。'), ...anonymousCase },
    says: asked,
    lawful: { ...steps('某店店主（匿名）改了报告日期，被罚款八千元。'), ...anonymousCase },
  },
  '小学教案：欠债人、游戏广告和转发打卡': {
    unlawful: {
      ...lesson,
      title: '一堂守信课（示例）',
      ...body(
        '## 目标\n\n认识守信。被执行人李建军拒不还款。\n\n## 延伸\n\n下载游戏领新手礼包。回家转发打卡，连续七天。',
      ),
    },
    says: /认得出谁[\s\S]*网络游戏[\s\S]*打卡/,
    lawful: {
      ...lesson,
      title: '一堂守信课（示例）',
      ...body(
        '## 目标\n\n认识守信。讲一个没有名字的例子：有人借了钱，迟了一年才还。\n\n## 延伸\n\n和家人说说自己守信的一件事。',
      ),
    },
  },
  读者来信: {
    unlawful: {
      kind: 'knowledge',
      title: '一封读者来信（示例）',
      ...body('编辑同志：\n\n我要反映，示例镇王建国拖欠货款八万元。\n\n此致敬礼'),
    },
    says: asked,
    lawful: {
      kind: 'knowledge',
      title: '一封读者来信（示例）',
      ...body('编辑同志：\n\n我想问，货款被人拖着不给怎么办？\n\n答：先对账，再依法起诉。'),
    },
  },
  授奖词: {
    unlawful: {
      kind: 'result',
      title: '授奖词（示例）',
      answer: { who: 'organisation', tone: 'praise' },
      disclosure: { consent: { recheckedOn: today(), recheckedBy: '示例', recheckSource: '信用中国' } },
      ...body('他们守信经营，不像红叶超市短斤少两，被罚款一万元。'),
    },
    says: asked,
    lawful: {
      kind: 'result',
      title: '授奖词（示例）',
      answer: { who: 'organisation', tone: 'praise' },
      disclosure: { consent: { recheckedOn: today(), recheckedBy: '示例', recheckSource: '信用中国' } },
      ...body('他们守信经营，三十年一杆秤。'),
    },
  },
  '表扬个人，没有同意': {
    unlawful: {
      kind: 'activity',
      title: '他捡到两万元（示例）',
      answer: { who: 'person', tone: 'praise' },
      ...body('出租车司机示例甲捡到两万元，送了回去。'),
    },
    says: /本人同意[\s\S]*现行失信名单/,
    lawful: { kind: 'activity', title: '他捡到两万元（示例）', ...body('一名出租车司机捡到两万元，送了回去。') },
  },
  访谈: {
    unlawful: {
      kind: 'policy',
      title: '问答（示例）',
      ...body('问：当时是怎么回事？\n\n答：包工头马建设卷款跑路，我们讨薪无门。'),
    },
    says: asked,
    lawful: { kind: 'policy', title: '问答（示例）', ...body('问：欠薪怎么办？\n\n答：打12333，或者到劳动监察窗口。') },
  },
  大事记: {
    unlawful: {
      kind: 'result',
      title: '大事记（示例）',
      ...body('3月1日 启动宣传。\n\n3月2日 考生何佳明替考，成绩作废。\n\n3月3日 回访。'),
    },
    says: asked,
    lawful: {
      kind: 'result',
      title: '大事记（示例）',
      ...body('3月1日 启动宣传。\n\n3月2日 通报一起替考。\n\n3月3日 回访。'),
    },
  },
  '表格，坏事写在表头': {
    unlawful: {
      kind: 'policy',
      title: '一张表（示例）',
      ...body('| 姓名 | 拖欠工资 |\n|---|---|\n| 周国庆 | 二十万元 |'),
    },
    says: asked,
    lawful: { kind: 'policy', title: '一张表（示例）', ...body('| 行业 | 拖欠工资 |\n|---|---|\n| 建筑 | 二十万元 |') },
  },
  只在图说里: {
    unlawful: { kind: 'activity', cover: captioned },
    says: asked,
    lawful: { kind: 'activity', cover: plain },
  },
  只在替代文字里: {
    unlawful: { kind: 'artwork', cover: described },
    says: asked,
    lawful: { kind: 'artwork', cover: plain },
  },
  只在摘要里: {
    unlawful: { kind: 'artwork', summary: '金桥装饰公司收了定金就跑路。' },
    says: asked,
    lawful: { kind: 'artwork', summary: '收了定金，就要把活干完。' },
  },
  案例第四步里: {
    unlawful: { ...steps('某店改了报告。', '许文斌隐匿财产，被限制高消费'), ...anonymousCase },
    says: asked,
    lawful: { ...steps('某店改了报告。', '缴清罚款，销毁问题单据'), ...anonymousCase },
  },
  '教案：排名和站外二维码': {
    unlawful: {
      ...lesson,
      title: '又一堂课（示例）',
      ...body('## 步骤\n\n课后公布班级排名。扫码关注，内容见 https://game.example.com/x 。'),
    },
    says: /排名[\s\S]*二维码[\s\S]*只能到本站/,
    lawful: { ...lesson, title: '又一堂课（示例）', ...body('## 步骤\n\n课后各组说说自己的发现，不分先后。') },
  },
});

function today(): string {
  return new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
}

/** Writes a piece and hands it in. @returns what the desk says; empty when it is taken */
export async function handIn(payload: Payload, author: Person, data: Data): Promise<{ id: string; said: string }> {
  const { id } = await draft(payload, author, { title: '一则消息（示例）', ...data } as Partial<Story>);
  const result = await performReview({ payload }, { storyId: id, act: 'submit', person: author, note: '' });
  return { id, said: result.ok ? '' : result.message };
}

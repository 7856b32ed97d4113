import { describe, expect, it } from 'vitest';
import { findNames } from './find-names.ts';

const names = (text: string) => findNames(text).map(({ from, name }) => `${name}@${from}`);

describe('a full name', () => {
  it.each<[string, string, string[]]>([
    ['behind what somebody is', '被告人欧阳明因诈骗被判刑。', ['欧阳明@3']],
    ['of two and two characters', '诸葛青云酒后驾车。', ['诸葛青云@0']],
    ['before a bracket with a sex', '犯罪嫌疑人司马相（男，45岁）', ['司马相@5']],
    ['three in a row', '李明、王芳和赵刚一起赌博', ['李明@0', '王芳@3', '赵刚@6']],
    ['with blanks around it', '通讯员 张强 报道', ['张强@4']],
    ['behind a comma', '通报称，刘伟盗窃', ['刘伟@4']],
    ['to whom something is done', '对王芳处以罚款', ['王芳@1']],
    ['who is brought somewhere', '把孙浩送到派出所', ['孙浩@1']],
    ['caught', '查获吴亮', ['吴亮@2']],
    ['behind a kind of offender', '人贩子吴大亮落网', ['吴大亮@3']],
    ['with a past', '李国庆坐过牢', ['李国庆@0']],
    ['in a label of a form', '姓名：陈一鸣，年龄：15', ['陈一鸣@3']],
    ['in a cell', '周子轩|欺凌同学', ['周子轩@0']],
    ['of whom nothing more is told', '张伟', ['张伟@0']],
  ])('%s', (_, text, found) => expect(names(text.replace('|', '，'))).toEqual(found));
});

describe('no name', () => {
  it.each([
    ['half hidden', '张某某因赌博'],
    ['hidden', '方某，男'],
    ['said to be invented', '陈红（化名）因'],
    ['invented, with a bracket of the same kind', '周红（均为化名）在'],
    ['how papers speak of a man', '市民王先生投诉'],
    ['of a woman', '王女士被骗'],
    ['of a young one', '李小姐欠钱'],
    ['of a teacher', '学生说周老师在'],
    ['of two characters', '村民欧阳女士说'],
    ['an example', '司机张三、李四'],
    ['a nickname', '小李偷了东西'],
    ['a school', '高中文化程度'],
    ['a city', '成都成立专案组'],
    ['a surname that is a word', '安全生产，方便群众'],
    ['one that is a number', '万元以上罚款'],
    ['one that is a time', '时间为三天'],
    ['one that is a colour of day', '白天上班'],
    ['one that leads', '向前看，从严处理，和平共处'],
    ['one behind which a word goes on', '金额较大，单位被告'],
    ['a road', '高速公路，路段封闭'],
    ['nobody at all', '任何人不得'],
    ['a shop', '商场失火，车辆被盗'],
    ['an unfinished sentence', '店主李'],
    ['nothing', ''],
  ])('%s: %s', (_, text) => expect(names(text)).toEqual([]));
});

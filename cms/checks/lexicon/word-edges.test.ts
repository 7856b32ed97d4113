import { beforeAll, describe, expect, it } from 'vitest';
import { checkTexts } from '../check-texts.ts';
import { indexLexicons, type LexiconIndex } from './index-lexicons.ts';
import { loadLexicons } from '../../content/load-lexicons.ts';
import type { Lexicon } from './lexicon.ts';
import { createWordEdges } from './word-edges.ts';

let lists: Lexicon[];
let lexicons: LexiconIndex;
beforeAll(async () => {
  lists = await loadLexicons(process.cwd());
  lexicons = indexLexicons(lists);
});
const hits = (text: string) => checkTexts([{ field: '正文', text }], { lexicons }).map(({ mend }) => mend);

// Letters of a wrong expression that meet where two right words touch. Each line was a hit of plain substring search.
const harmless = [
  '展厅里集中展示众多守信商户的故事。',
  '纪检部门通报腐败类案件9起。',
  '人物报道不要脸谱化。',
  '严禁个人渣土车夜间倾倒。',
  '畜牧站推广种畜生产标准。',
  '不得哄骗子女代写保证书。',
  '市级数据中台关系到群众办事。',
  '欢迎群众举报消费陷阱。',
  '李建国后来带头还清欠款。',
  '学生返回教室自习。',
  '蓉城信用小店授牌。',
  '物业按装修方案收取押金。',
  '报纸公布署名评论。',
  '方案既使用文字又使用图片。',
  '大家除了望江楼还看了展览。',
  '仓库登记帐篷三百顶。',
  '社区禁止个人渣土乱堆。',
  '两地共同展示众筹成果。',
  '全省种畜生产企业名录。',
  '张建国后面发了言。',
  '代表们返回教学楼。',
  '锦城信托公司签约。',
  '请按装箱单核对。',
];

describe('a wrong expression', () => {
  it.each(harmless)('is not read out of two right words: %s', (text) => {
    expect(hits(text)).toEqual([]);
  });

  it.each([
    ['他是个人渣。', '人渣'],
    ['他真是个败类，大家都这么说。', '败类'],
    ['说这种话，真不要脸。', '不要脸'],
    ['骂人畜生的话不能登。', '畜生'],
    ['把他拉到台上示众。', '示众'],
    ['这个大骗子跑了。', '大骗子'],
    ['骗子跑了。', '骗子'],
    ['请尽快布署下一步工作。', '布署'],
    ['派人上门按装设备。', '按装'],
    ['本市城信体系建设。', '城信'],
    ['财务记帐要清楚。', '记帐'],
    ['建国后，这里修了路。', '建国后'],
    ['中台关系紧张。', '中台关系'],
    ['尊老敬老的人被称为老赖。', '老赖'],
  ])('is found where it was written: %s', (text, word) => {
    expect(hits(text).join('')).toContain(`“${word}”`);
  });

  it('is found in a thousand surroundings, whatever stands before and after', () => {
    const before = [
      '市里',
      '他是个',
      '大家都说这',
      '记者看到的',
      '那些',
      '会议提出',
      '在',
      '把',
      '对',
      '有',
      '广元市',
      '这种',
    ];
    const after = [
      '了',
      '的人',
      '被处罚',
      '这件事',
      '工作',
      '，影响很坏',
      '。',
      '和其他人',
      '在会上',
      '问题',
      '之类',
      '已经',
      '也',
    ];
    const entries = lists.flatMap(({ entries: all }) => all.map(({ wrong }) => wrong));
    const texts = entries.flatMap((wrong, n) =>
      [0, 1, 2, 3].map((k) => `${before[(n * 5 + k) % before.length]}${wrong}${after[(n * 7 + k * 3) % after.length]}`),
    );
    const missed = texts.filter((text) => hits(text).length === 0);
    expect(texts.length).toBeGreaterThan(1_000);
    // 建国 | 后者 and the like: read so by any reader too.
    expect(missed.length / texts.length, missed.join(' ')).toBeLessThanOrEqual(0.005);
  });
});

describe('asking about places', () => {
  it('takes no character apart more than twice, however many places are asked about', () => {
    const text = '败类示众'.repeat(5_000);
    const cutsWord = createWordEdges(text, lexicons);
    let cuts = 0;
    for (let i = 0; i + 2 <= text.length; i += 1) if (cutsWord(i, i + 2)) cuts += 1;
    // 类示 and 众败 cut two words each time; 败类 and 示众 none.
    expect(cuts).toBeGreaterThan(9_000);
    expect(cuts).toBeLessThan(10_000);
  });

  it('answers at the very ends of a text, and between its blocks', () => {
    for (let lead = 0; lead < 260; lead += 1) {
      const text = `${'的'.repeat(lead)}，个人渣土`;
      expect(createWordEdges(text, lexicons)(lead + 2, lead + 4)).toBe(true);
    }
    expect(createWordEdges('人渣', lexicons)(0, 2)).toBe(false);
  });
});

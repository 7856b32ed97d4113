import { findAges } from '../people/ages.ts';
import { findNames, isCalledOnly, type NameFound } from '../people/find-names.ts';
import { nameWords } from '../subject/name-words.ts';
import { pupilNames } from '../people/pupil-names.ts';
import { findSchools } from '../people/find-schools.ts';
import { namedKin } from './named-kin.ts';
import { maskExcerpt, maskName } from '../personal-data/mask.ts';
import type { Match } from '../personal-data/match.ts';
import type { TextCheck } from '../text-check.ts';
import type { PersonRule } from './person-rule.ts';
import { least } from '../../../campaigns/lists/least.ts';

const minorWords =
  /未成年(?!人(?:保护法|网络保护|犯罪预防|检察|节目))|(?<!针对|面向)(?:小|中|初中|高中|职高|技校|在校)学?生(?!读物|用品)|(?<!针对|面向)学生(?!会|食堂|宿舍|公寓|用品|读物|家长|军训|票)|少年(?!法庭|宫|先锋)|儿童(?!节|医院|基金|用品|乐园|摄影|服装|读物)|幼儿(?!园)|男孩|女孩|男童|女童|幼童|孩子(?!王[^，。；]{0,4}(?:店|连锁|超市))|小朋友|[一二三四五六七八九]年级|[低高]年级(?=同学|学生)|初[一二三]|高[一二三](?!新|地|点|些|层|档|级|等|截|筹|头|分|度)|少女(?!装|心|时代)|小[男女]生|娃娃(?!脸|鱼|菜|亲|机)|半大(?:孩子|小子|娃)|学前班(?!老师|教师|园长|班主任)|中考生(?!家长)|少先队员(?!代表)|(?:未满|不满|未到|不到|没到)(?:法定)?(?:刑事责任|刑责)年龄|[一二三四五六七八九][（(]?[0-9]{1,2}[）)]?班/;
const wrongs =
  /盗窃|(?<![小偷])偷(?![偷懒税闲笑师乐渡])|肇事|敲诈|扒窃|打架|斗殴|殴打|打伤|抢劫|抢夺|勒索|诈骗|骗取|骗了|作弊|舞弊|替考|违法|犯罪|嫌疑|涉嫌|拘留|拘捕|抓获|被告|原告|涉案|案件|本案|失信|欠款|拖欠|处罚|处分|吸毒|赌博|欺凌|霸凌|侵害|性侵|猥亵|强奸|虐待|遗弃|拐卖|受害|被害|派出所|法院|纵火|毁坏|寻衅|故意伤害|逃学|早恋|怀孕|自杀|自残|感染|打成|打人|动手|堵在|拦路|要钱|欺负|围殴|推倒|锁在|翻(?:了|走)?[\p{Script=Han}]{0,6}书包|传纸条|看答案|打小抄|带进考场|记过|警告|翻墙|偷开|撞坏|砸坏|被民警|违纪|抄袭|撒谎|离家出走|杀(?:人|害|死)|行凶|捅(?:伤|死|了|人)|砍(?:伤|死|人)|投毒/u;
const honours = /奖|作品|画作|作文|书法|小诚信|之星|表扬|获|拾金|归还|荣誉|参赛|比赛|展出|优秀|好少年/;
const aboutLaw = /未成年人保护法|不得披露|不得公开|不列入|不纳入|化名/;
const pseudonym = /化名/;
const grown = /大学生|研究生|高校|(?<![老])大[一二三四](?=学生|新生|的|年级|在读|[，。；）)])/;
const places = /[\p{Script=Han}]{2,6}(?:村|社区)(?:[0-9一二三四五六七八九十]{1,2}(?:组|社))?人?/u;

/**
 * 未成年人保护法 §103, 失信被执行人规定 §4 (G08): in a case nobody under 18 may be told by name, school or home; no override.
 * 个人信息保护法 §31 (G09): the full name and the school of somebody under 14 in a good story need the guardian's consent.
 */
const read: PersonRule = ({ text }) => {
  const age = youngest(text);
  const isGrown = (grown.test(text) || (age !== null && age >= 18)) && !/未成年/.test(text);
  const pupils = isGrown ? [] : pupilNames(text);
  if (!(age !== null && age < 18) && pupils.length === 0 && !(minorWords.test(text) && !isGrown)) return [];
  const isWrong = wrongs.test(text);
  if (isWrong && !aboutLaw.test(text)) return inCase(text, age, pupils);
  // 化名 hides the child; its mother's name beside it does not.
  const kin = isWrong && pseudonym.test(text) ? kinOf(text) : null;
  if (kin) return [identified(kin)];
  if (!honours.test(text) || findSchools(text).length === 0) return [];
  const first = namesIn(text)[0] ?? pupils[0];
  if (!first) return [];
  return [
    {
      rule: 'minor/consent',
      level: 'warn',
      from: first.from,
      to: first.to,
      text: `${maskName(first.name)}（姓名与学校同时出现）`,
      mend: '未成年人的全名和学校写在了一起：请先取得监护人的书面同意；没有同意的只写姓，或只写“一名小学生”。有同意书的填在稿件里，请审稿人核对。',
    },
  ];
};

/** Whom the words around show, and whom a dictionary sees where they show nobody: 植雨欣. */
function namesIn(text: string): NameFound[] {
  const found = findNames(text);
  const all =
    found.length > 0
      ? found
      : nameWords(text).names.filter(({ name }) => name.length === 3 && !placeEnd.test(name) && !isCalledOnly(name));
  return all.filter(({ from }) => !grownRole.test(text.slice(Math.max(0, from - 6), from)));
}
/** A teacher who speaks of it is no minor. */
const grownRole =
  /(?:老师|教师|班主任|校长|园长|家长|法官|检察官|律师|民警|警官|交警|记者|志愿者|书记|主任|局长|院长|所长|科长|辅导员|讲师|讲解员|专家|教授|作家|导演|父亲|母亲|爸爸|妈妈|爷爷|奶奶|外公|外婆|店主|老板|经理|作者|主持人|医生|调解员|网格员|法治副校长|副校长|承包人|承包商|负责人|法定代表人|董事长|店长|厨师|会计|出纳|支书|快递员|外卖员|包工头|保安|代表|企业家)$/u;
const placeEnd = /[镇乡村县市区路街局社组队店部网所院站会厂校班级师生]$/u;
/** A mother who takes a found purse to the police is no child's trouble. */
const kinOf = (text: string): NameFound | null => (honours.test(text) || goodDeeds.test(text) ? null : namedKin(text));
const goodDeeds =
  /捡到|拾到|拾得|交还|送还|还给|上交|交到|主动归还|捐|救(?!助站)|表彰|点赞|榜样|志愿者|宣讲|讲解|识别|防范|提醒|警惕/;

function inCase(text: string, age: number | null, pupils: readonly NameFound[]): Match[] {
  const first = namesIn(text)[0] ?? pupils[0] ?? kinOf(text);
  if (first) return [identified(first)];
  const school = findSchools(text)[0];
  if (school)
    return [
      {
        rule: 'minor/school',
        level: 'block',
        from: school.from,
        to: school.to,
        text: `${text[school.from] ?? ''}***（学校）`,
        mend,
      },
    ];
  const home = age !== null && age < 18 ? places.exec(text) : null;
  return home
    ? [
        {
          rule: 'minor/home',
          level: 'warn',
          from: home.index,
          to: home.index + home[0].length,
          text: maskExcerpt(home[0]),
          mend,
        },
      ]
    : [];
}

const mend =
  '案件或负面事情里的未成年人不得披露姓名、影像、住所、就读学校和其他能认出来的信息（未成年人保护法第一百零三条），父母等亲属的姓名也算，没有例外：请改为“某”，学校和住处只写到县、区。检查看错了的，请保密审查人写明理由判定。';
const identified = ({ from, name, to }: NameFound): Match => ({
  rule: 'minor/identified',
  level: 'block',
  from,
  to,
  text: maskName(name),
  mend,
});

const youngest = (text: string): number | null => least(findAges(text));

export const minors: TextCheck = { group: 'minor', judge: 'secrecy', passage: read };

import { findNames } from '../people/find-names.ts';
import { maskExcerpt, maskName } from '../personal-data/mask.ts';
import type { Match } from '../personal-data/match.ts';
import type { TextCheck } from '../text-check.ts';
import type { PersonRule } from './person-rule.ts';

const open =
  /犯罪嫌疑人|嫌疑人|涉嫌|立案|刑事拘留|刑拘|逮捕|批捕|移送(?:审查)?起诉|审查起诉|提起公诉|取保候审|监视居住|(?:正在|还在|仍在|尚在|继续)侦查|侦查(?:中|阶段)|侦办中|在逃|落网|归案|到案|被抓|一审中|尚未判决|未判决|未结案|正在审理|未开庭|未(?:作出)?宣判|未作出判决|待审|指控|公诉机关|被起诉|不起诉决定前|留置|追捕|通缉|(?:强制|留置)措施|(?:正在?|已|在)接受[\p{Script=Han}]{0,6}调查(?!问卷)|被(?:警方|公安(?:机关)?|检察(?:院|机关)|监察?委)[\p{Script=Han}]{0,4}调查|(?:案件|此案|本案|该案)[\p{Script=Han}]{0,6}(?:正在|还在|仍在)[\p{Script=Han}]{0,4}(?:办理|侦办|调查|审理)/u;
/** What a judgment has not yet said is no judgment. */
const notYet =
  /(?:尚未|还未|还没有?|没有|未经?)(?:作出|开庭|进行|移送)?(?:一审|二审)?(?:开庭|起诉|宣判|判决|生效|定罪|终审|审理|裁定)/;
const closed =
  /判决|判处|有期徒刑|无期徒刑|拘役|缓刑|法院认定|审理查明|裁定|生效|宣判|获刑|服刑|刑满|终审|二审维持|定罪|定案|法律规定|规定[，：]|司法解释|以案释法条文/;
const labels =
  /(?:罪犯|犯罪分子|犯罪团伙成员|(?:诈骗|杀人|强奸|盗窃|抢劫|贪污)犯(?!罪)|贪官|凶手|真凶|凶犯|毒贩|人贩子|罪行|罪有应得|畏罪|铁证如山|罪大恶极|罪责难逃|逃不过法律|恶行|伏法|认定其有罪|已经犯罪|构成犯罪(?!的)|骗局主谋|犯下|主犯|首犯|从犯|主谋|元凶|幕后黑手|始作俑者|惯犯|惯偷|(?:贪污|腐败|不法|违法|作案|诈骗|犯罪)分子|(?:团伙)?(?:头目|骨干)|黑老大|(?:诈骗|犯罪|盗窃)团伙的?(?:老大|成员)|(?:这个|那个|该|此)[\p{Script=Han}]{0,8}家伙)(?!的(?:套路|手法|骗术|伎俩|话术|惯用))/u;
/** Warnings against crime use these of nobody. */
const nickname =
  /(?:这名|该名?|此)?骗子(?=[\p{Script=Han}]{1,2}某)|(?:这名|这个|该名|该|此|就是|正是|是个|是名)(?:一?个|一?名)?大?骗子/u;
const general =
  /^(?:犯罪分子|罪犯|罪行|恶行|凶手|人贩子|毒贩|构成犯罪|已经犯罪|主犯|首犯|从犯|主谋|元凶|幕后黑手|始作俑者|惯犯|惯偷|[\p{Script=Han}]{2}分子|(?:团伙)?(?:头目|骨干)|黑老大|[\p{Script=Han}]{2}团伙的?(?:老大|成员))$/u;
const guilty =
  /(?:犯(?:了|有|下)?|(?<!是否|不|未)构成了?)[\p{Script=Han}、]{1,14}?罪(?!的|名|行|嫌|，处|，可|与|是指|既遂|构成要件|是|和|、)/gu;
const conditional =
  /(?:如果|若|一旦|凡|可能|是否|会|将|应当|可以|的，|依照|根据|按照|条|什么|怎样|如何|谨防|警惕|预防|打击|惩治|涉嫌)/;
const deeds =
  /骗取|诈骗|骗走|盗取|盗窃|偷走|贪污|挪用|受贿|行贿|伪造|虚开|侵占|非法吸收|集资|抢劫|杀害|殴打|拒不执行|逃税/;
const mend =
  '没有生效判决，任何人都不得被写成有罪（无罪推定）：请写“涉嫌”“犯罪嫌疑人”和案件目前的阶段；已经判决的，写明法院、文书和日期。';

/** G14: an open case told as a fact. What a judgment says in the same paragraph may be said. */
const read: PersonRule = ({ around, text, paragraph }) => {
  const label = labels.exec(text) ?? nickname.exec(text);
  const near = open.test(text) || notYet.test(text);
  // Most passages speak of no case at all.
  if (!label && !near && !text.includes('犯')) return [];
  const said = new RegExp(notYet, 'g');
  if (closed.test(paragraph.replace(said, ''))) return [];
  // Who is called guilty in one line of a dialogue or a time line, while the next one says that the case is open.
  const pending =
    near ||
    (label && /[\p{Script=Han}]某/u.test(text) && !closed.test(around.replace(said, '')) ? open.exec(around) : null);
  if (
    pending &&
    label &&
    (!general.test(label[0]) || /某|该男|该女|此人|嫌疑人|主谋|被告人|他|她/.test(text) || findNames(text).length > 0)
  )
    return [at('innocence/verdict-before-judgment', 'block', label.index, label[0], text)];
  return [...convicted(text), ...(pending ? unhedged(text) : [])].slice(0, 1);
};

/** “某人犯了某罪” without a judgment. Statutes and warnings speak of nobody. */
function convicted(text: string): Match[] {
  return [...text.matchAll(guilty)].flatMap(({ 0: whole, index }) => {
    const before = text.slice(Math.max(0, index - 14), index);
    if (conditional.test(before) || /^犯罪/.test(whole) || /嫌疑|犯罪/.test(whole)) return [];
    const subject =
      /某{1,2}[甲乙丙丁\p{Script=Han}]?[已也就是确实]{0,3}$|(?:他|她|其|此人|该人|该男子|该女子|这名|这个人|经理|老板|负责人)[\p{Script=Han}]{0,6}$/u.test(
        before,
      );
    const named = findNames(text).some(({ to }) => to <= index && index - to < 14);
    return subject || named ? [at('innocence/guilty', 'block', index, whole, text)] : [];
  });
}

/** Deeds told as done while the case is open, with somebody named and no “涉嫌”. */
function unhedged(text: string): Match[] {
  const deed = deeds.exec(text);
  if (!deed || /涉嫌|嫌疑|疑似|据称|据指控|指控|举报称|报案称|报警称/.test(text)) return [];
  const who = findNames(text)[0];
  if (!who)
    return /某/.test(text) && /已被|已经被/.test(text)
      ? [at('innocence/unhedged', 'warn', deed.index, deed[0], text)]
      : [];
  return [
    {
      rule: 'innocence/unhedged',
      level: 'warn',
      from: deed.index,
      to: deed.index + deed[0].length,
      text: `${maskName(who.name)}…${deed[0]}`,
      mend,
    },
  ];
}

const at = (rule: string, level: Match['level'], from: number, whole: string, text: string): Match => {
  const names = findNames(text);
  const shown = names.reduce(
    (s, { name }) => s.replaceAll(name, maskName(name)),
    text.slice(Math.max(0, from - 10), from + whole.length + 6),
  );
  return { rule, level, from, to: from + whole.length, text: maskExcerpt(shown), mend };
};

export const innocence: TextCheck = { group: 'innocence', passage: read };

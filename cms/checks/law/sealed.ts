import { least } from '../../../campaigns/lists/least.ts';
import { isRecognisable, traitsOf, type Trait } from '../people/recognise.ts';
import { metBefore } from '../subject/met-names.ts';
import { sentences } from '../subject/sentences.ts';
import { maskName } from '../personal-data/mask.ts';
import type { TextCheck } from '../text-check.ts';
import type { PersonRule } from './person-rule.ts';

const acts =
  /打牌|打麻将|抽头|坐庄|动手|动手打|厮打|互殴|扭打|打人|推搡|陪侍|斗牌|骂人|砸店|赌博|聚赌|参赌|嫖娼|卖淫|吸毒|吸食毒品|打架|斗殴|殴打|寻衅滋事|扰乱(?:公共|单位|社会)?秩序|偷窥|偷看[\p{Script=Han}]{0,6}(?:洗澡|更衣|换衣|如厕)|偷拍|猥亵|谎报|造谣|散布谣言|小偷小摸|盗窃|偷窃|倒卖[\p{Script=Han}]{0,6}票|故意损毁|考试作弊|冒用|阻碍执行|酒后闹事|妨碍公务|侮辱他人/u;
const penalties =
  /行政拘留|治安拘留|治安(?:管理)?处罚(?!法)|拘留[0-9一二三四五六七八九十]{1,3}[日天]|拘留|派出所|公安|民警|警方|查处|查获|抓获|罚款|处罚|警告|行拘|治拘|被抓|被捉/;
const crimes = /判处|有期徒刑|判决|刑事责任|醉驾|醉酒驾驶|危险驾驶罪|公诉/;
const records =
  /(?:前科|案底|犯罪记录|违法记录|吸毒史|劣迹|强制(?:隔离)?戒毒|社区戒毒|社区矫正|吸毒人员|刑满释放|(?:坐|蹲)过(?:[0-9一二三四五六七八九十几]{1,3}年)?(?:牢|监|大牢|班房|监狱|看守所)|(?:进|蹲)过(?:看守所|拘留所|监狱|局子|号子|戒毒所|劳教所)|(?:被|遭)?劳教(?:过|[0-9一二三四五六七八九十]{1,2}年)|判过刑|服过刑|被判过)/;
/** Days of arrest are administrative: a criminal one has none when it begins. */
const days =
  /(?<!刑事)(?:拘留了?|被拘了?|拘了|关了)[0-9一二三四五六七八九十]{1,3}[日天]|处以?[0-9一二三四五六七八九十]{1,3}[日天](?:行政)?拘留/u;
/** Nothing else is meant, whatever was done. */
const always = /行政拘留|治安拘留|治安(?:管理)?处罚(?!法)|治安罚款|(?:被|遭)行拘/;
/** Figures speak of many. */
const figures = /(?:[2-9]|[0-9]{2,}|[二三四五六七八九十百]+|数|多)余?(?:名|人|起|例|件|宗)/;

/** 治安管理处罚法 §136, 预防未成年人犯罪法 §59 (G10): sealed records may not be tied to a person whom one can tell, by name or by any two of what neighbours know; no override. */
const read: PersonRule = ({ text }) => {
  const isRecord = records.test(text);
  const isPenalty =
    ((acts.test(text) && penalties.test(text)) || days.test(text) || always.test(text)) && !crimes.test(text);
  if (!isRecord && !isPenalty) return [];
  const met = metIn(text);
  const traits: Trait[] = [...traitsOf(text), ...(met ? [{ kind: 'name' as const, from: met.from, to: met.to }] : [])];
  if (!isRecognisable(traits)) return [];
  const who = traits.find(({ kind }) => kind === 'name') ?? traits.find(({ kind }) => kind === 'surname');
  // Without any name, jobs and shops beside figures are a statistic.
  if (!who && figures.test(text)) return [];
  const { from, to } = who ??
    traits.find(({ kind }) => kind !== 'age' && kind !== 'sex') ??
    traits[0] ?? { from: 0, to: 0 };
  return [
    {
      rule: isPenalty ? 'sealed/public-security' : 'sealed/criminal-record',
      level: 'block',
      from,
      to,
      text: maskName(text.slice(from, to)),
      mend: who && !text.slice(from, to).includes('某') ? named : told,
    },
  ];
};

/** Of whom a sentence goes on that names nobody: “我们走访了张伟。他因赌博被拘留。” */
function metIn(text: string): { from: number; to: number } | null {
  const all = sentences(text, 0);
  for (const [i, { text: sentence }] of all.entries()) {
    const told = [acts, days, records, always].flatMap((one) => one.exec(sentence)?.index ?? []);
    const first = least(told);
    const met = first !== null ? metBefore(all.slice(Math.max(0, i - 2), i), sentence.slice(0, first)) : null;
    if (met) return met;
  }
  return null;
}

const named =
  '治安违法记录和前科一律封存，不得公开是谁（治安管理处罚法第一百三十六条），没有例外：请改成不指名的类型案例，只写“某人”。检查看错了的，请保密审查人写明理由判定。';
const told =
  '治安违法记录和前科一律封存，不得公开是谁（治安管理处罚法第一百三十六条），没有例外。姓氏、年龄、住处、店名、职业里有两样，熟人就认得出来：请只写“某地一人”。检查看错了的，请保密审查人写明理由判定。';

export const sealed: TextCheck = { group: 'sealed', judge: 'secrecy', passage: read };

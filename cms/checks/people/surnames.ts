import { charSet } from '../fold/char-set.ts';

/** Common surnames, enough for the names of nearly everybody; the double ones first where they are looked up. */
export const doubleSurnames = new Set([
  '欧阳',
  '上官',
  '司马',
  '诸葛',
  '东方',
  '皇甫',
  '尉迟',
  '公孙',
  '慕容',
  '令狐',
  '司徒',
  '夏侯',
  '端木',
  '长孙',
  '宇文',
  '申屠',
  '闻人',
  '澹台',
  '呼延',
  '淳于',
  '鲜于',
  '公冶',
  '公羊',
  '赫连',
  '轩辕',
  '钟离',
  '万俟',
  '独孤',
  '拓跋',
  '宗政',
  '濮阳',
  '漆雕',
  '乐正',
  '阿木',
  '吉克',
  '沙马',
  '阿的',
]);
export const surnames = new Set([
  ...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤',
  ...'常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝覃代冼萧闻洪昝晁湛戈荆阙',
]);
/** Rarer ones, and such as are words far more often (国, 应, 税): a name only where a dictionary sees one as well. */
export const rareSurnames = new Set([
  ...'裘缪干应宣贲杭诸钮嵇芮羿储靳汲邴糜井乌焦牧隗蓬郗班仰秋伊暴钭厉戎韶郜黎蓟薄印宿怀邰鄂索咸籍赖卓蔺屠池乔郁胥莘党贡劳逄姬申扶堵冉宰郦雍却璩濮牛寿扈燕冀郏浦晏慕茹习宦鱼慎戈衡耿弘匡国文寇禄殳沃蔚越夔隆厍聂晁勾敖融訾辛那曾毋乜鞠须丰巢蒯竺权逯盖桓',
  ...'鄢谯谌植敬揭缑漆种檀亓禚晋扬庹邸矫鹿綦朴付候屯撒岩昂骞蹇税银粟练昌尉郅荀庾苌符阚鄞褟逮郇郄眭芈娄仉迮员',
  ...'阎仝佴卿吾库忻戢揣斛枚栗洛淦笪粘縻茆藏衣豆达负郧郯遆野镡铁闪鲜步广凤原',
]);

const ones = charSet(surnames);
const firstOfTwo = charSet(doubleSurnames);

/** How many characters at a place of a text are a common surname: two, one or none. Asked at every place. */
export function surnameSize(text: string, at: number): 0 | 1 | 2 {
  const code = text.charCodeAt(at);
  if (firstOfTwo(code) && doubleSurnames.has(text.slice(at, at + 2))) return 2;
  return ones(code) ? 1 : 0;
}

/** Whether one of the rarer ones stands there. */
export const isRareSurname: (code: number) => boolean = charSet(rareSurnames);

import type { LabelsOf } from './labels.ts';
import { maskDigits } from './mask.ts';
import { isNamedBefore, type Match } from './match.ts';

const n = '[0-9一二三四五六七八九十]{1,4}';
/** As people of the city write it: 5-2-1103, A座1203. */
const flat = '(?<![0-9-])[0-9]{1,2}-[0-9]{1,2}-[0-9]{3,4}(?![0-9-])|[A-Za-z0-9]{1,2}座 ?[0-9]{3,4}(?![0-9])';
const office =
  /局|委员会|政府|法院|检察院|窗口|大厅|政务|中心|办公|办事|公司|单位|社区居委|村委会|村民委员会|服务站|营业厅|网点|银行|医院|学校|学院|大学|会场|会议|报名|投诉|邮寄|联系地址|图书馆|博物馆|馆/;
const mend = '住址写到了门牌：请只写到县、区一级。';
/** Shapes, each from a token that is rare in other texts; quantifiers are bounded, so the search stays linear. */
const shapes: { pattern: RegExp; home: boolean }[] = [
  {
    pattern: new RegExp(
      `(?:家庭(?:住址|地址)|家住|住址|现住|暂住|居住地|户籍地|户籍所在地|户籍地址|租住|居住于|居住在|住在|家在|现居)[^，。；;\\n]{0,40}?(?:${n} ?(?:号|室|栋|幢|单元|组)(?!线|文|令)|${flat})`,
      'g',
    ),
    home: true,
  },
  { pattern: new RegExp(`${n} ?单元[ ,，、-]{0,2}(?:${n}楼)?[ ,，、-]{0,2}${n} ?(?:室|号|房|户)?`, 'g'), home: false },
  {
    pattern: new RegExp(
      `(?:小区|花园|花苑|家园|公寓|宿舍|新村|庭院|雅居|华府|名城|嘉园|[苑城邸])[^，。；;\\n]{0,6}?(?:${n}|[A-Za-z]) ?(?:栋|幢|号楼|座)[^，。；;\\n]{0,8}?${n} ?(?:室|号|房|户)`,
      'g',
    ),
    home: false,
  },
  {
    pattern: new RegExp(
      `(?:小区|花园|花苑|家园|公寓|宿舍|新村|庭院|雅居|华府|名城|嘉园|[苑城邸])[^，。；;\\n]{0,4}?(?:${flat})`,
      'g',
    ),
    home: false,
  },
  {
    pattern: new RegExp(
      `[\\u4e00-\\u9fa5]村[^，。；;\\n]{0,6}?${n} ?(?:组|社|队)[^，。；;\\n0-9]{0,4}?${n} ?号(?!线)`,
      'g',
    ),
    home: false,
  },
];

/**
 * Home addresses to the door. Said to be a home, it blocks; a flat's shape alone is a warning; an office stays silent.
 * An address to the county or district is what may be published (law.md §1.3).
 */
export function findAddresses(text: string, labels: LabelsOf): Match[] {
  return [
    ...underLabel(text, labels),
    ...shapes.flatMap(({ pattern, home }) =>
      [...text.matchAll(pattern)].flatMap(({ 0: whole, index }) => {
        const clause = text.slice(Math.max(0, index - 24), index + whole.length);
        const tail = text.slice(index + whole.length, index + whole.length + 8);
        if (!home && (office.test(clause) || office.test(tail))) return [];
        if (home && isNamedBefore(text, index, /公司|单位|机构/, 4)) return [];
        return [
          {
            rule: 'personal-data/address',
            level: home ? ('block' as const) : ('warn' as const),
            from: index,
            to: index + whole.length,
            text: maskDigits(whole),
            mend,
          },
        ];
      }),
    ),
  ];
}

const homeLabel = /(?:家庭(?:住址|地址)|住址|现住|居住地|户籍地|户籍所在地|家住)/;
const door = new RegExp(`[\\p{Script=Han}0-9]{2,30}?${n} ?(?:号|室|栋|幢|单元|组)(?!线|文|令)`, 'gu');

/** A cell under the head 家庭住址 need not say so again. */
function underLabel(text: string, labels: LabelsOf): Match[] {
  if (!homeLabel.test(text) || !/[|\t\u001f]/.test(text)) return [];
  return [...text.matchAll(door)].flatMap(({ 0: whole, index }) =>
    homeLabel.test(labels(index))
      ? [
          {
            rule: 'personal-data/address',
            level: 'block' as const,
            from: index,
            to: index + whole.length,
            text: maskDigits(whole),
            mend,
          },
        ]
      : [],
  );
}

import { z } from 'zod';
import { isCivilDay } from './civil-day.ts';
import { solarTerms } from './solar-term.ts';

/** A field left out and a field filled wrongly are different mistakes. */
const missingOr =
  (missing: string, wrong: string) =>
  ({ input }: { input?: unknown }) =>
    input === undefined ? missing : wrong;
const text = (what: string) =>
  z
    .string({ error: missingOr(`请写明${what}`, `${what}要写成文字，纯数字请加引号`) })
    .trim()
    .min(1, `${what}不能为空`);
const whole = (what: string, min: number, max: number) =>
  z
    .number({ error: missingOr(`请写明${what}`, `${what}要写成数字`) })
    .int(`${what}要是整数`)
    .min(min, `${what}不能小于 ${min}`)
    .max(max, `${what}不能大于 ${max}`);
const month = whole('月份', 1, 12);
const dayOfMonth = whole('日', 1, 31);
const year = whole('年份', 1900, 2099);
const civil = z.string({ error: '请写日期' }).refine(isCivilDay, '日期要写成 2026-06-14 这样，并且真有这一天');

const daysIn = (month: number) => new Date(Date.UTC(2025, month, 0)).getUTCDate();

/** A day or a span with the same dates every year; 29 February is refused, as most years lack it. */
const fixed = z
  .strictObject({
    kind: z.literal('fixed'),
    month,
    day: dayOfMonth,
    to: z.strictObject({ month, day: dayOfMonth }).optional(),
  })
  .refine((rule) => [rule, rule.to ?? rule].every((end) => end.day <= daysIn(end.month)), '没有这一天，请核对月和日')
  .refine(
    (rule) => !rule.to || rule.to.month * 100 + rule.to.day > rule.month * 100 + rule.day,
    '结束的日子要在开始之后',
  );

const wholeMonth = z.strictObject({ kind: z.literal('month'), month });

/**
 * Seven days from a Monday. `nth` counts calendar weeks of a month (the first is the one that holds the 1st) or Mondays;
 * `around` takes the week that holds a date. Official texts say 第三周 without saying which, hence both readings.
 */
const week = z
  .strictObject({
    kind: z.literal('week'),
    month,
    nth: whole('第几周', 1, 5).optional(),
    reckon: z.enum(['calendar-week', 'monday'], { error: 'reckon 只能写 calendar-week 或 monday' }).optional(),
    around: dayOfMonth.optional(),
  })
  .refine(
    (rule) => (rule.nth === undefined) !== (rule.around === undefined),
    'nth（第几周）和 around（含哪一天）要写且只写一个',
  );

/** A lunar month has 29 days or 30, another number each year: its last day (除夕 is that of the 12th) has a word of its own. */
const lunarDay = z.custom<number | 'last'>(
  (day) => day === 'last' || (Number.isInteger(day) && Number(day) >= 1 && Number(day) <= 29),
  {
    error: ({ input }) => {
      if (input === undefined) return '请写明农历日';
      return input === 30
        ? '农历不是每个月都有三十：除夕和别的月末请写 day: last（当月最后一天）'
        : '农历日要写成 1 到 29 的整数；当月最后一天（如除夕）写 last';
    },
  },
);
const lunar = z.strictObject({ kind: z.literal('lunar'), month: whole('农历月份', 1, 12), day: lunarDay });
const solarTerm = z.strictObject({
  kind: z.literal('solar-term'),
  term: z.enum(solarTerms, { error: '节气要写二十四节气之一，例如 清明' }),
});
const yearRound = z.strictObject({ kind: z.literal('year-round') });

/** Set by a notice each year; `default` is where it is proposed until then, absent when nobody can guess. */
const annual = z.strictObject({
  kind: z.literal('annual'),
  default: z
    .discriminatedUnion('kind', [fixed, wholeMonth, week], { error: 'default 的 kind 只能是 fixed、month、week' })
    .optional(),
});

const ruleSchema = z.discriminatedUnion('kind', [fixed, wholeMonth, week, lunar, solarTerm, yearRound, annual], {
  error: ({ input }) =>
    input === undefined
      ? '请写明日期规则，照同类节点的文件写'
      : '规则的 kind 只能是 fixed、month、week、lunar、solar-term、year-round、annual',
});
export type Rule = z.infer<typeof ruleSchema>;

/** Statutory days around a holiday, and what 国办 arranged for single years. */
const span = z.strictObject({
  before: whole('前置天数', 0, 15),
  after: whole('后续天数', 0, 15),
  /** First year of this statutory length; earlier years have the day alone. */
  since: year.optional(),
  arranged: z.array(z.strictObject({ year, start: civil, end: civil, source: text('放假安排的出处') })).optional(),
});

export const occasionSchema = z.strictObject({
  slug: z
    .string({ error: '请写明短名，和文件名一样' })
    .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, '短名只能用小写字母、数字和短横线，以字母开头'),
  name: text('名称'),
  rule: ruleSchema,
  span: span.optional(),
  /** Festive posts are held on it; the site turns to ink. */
  quiet: z.boolean({ error: 'quiet 只能写 true 或 false' }).default(false),
  /** n = year − base. */
  ordinal: z
    .strictObject({
      base: year,
      pattern: text('届次写法').refine((pattern) => pattern.includes('{n}'), '届次写法里要有 {n}'),
    })
    .optional(),
  /** First year in which it was held. */
  since: year.optional(),
  organiser: text('主办单位'),
  ruleText: text('日期规则的说明'),
  source: text('出处'),
  edition: text('版本'),
  confidence: z
    .number({ error: missingOr('请写明把握，写成 0 到 1 的数', '把握要写成 0 到 1 的数，例如 0.9') })
    .min(0, '把握不能小于 0')
    .max(1, '把握不能大于 1'),
  /** Days of warm-up before and of closing after, offered when a campaign is made. */
  phases: z.strictObject({ warmup: whole('预热天数', 0, 60), closing: whole('延伸天数', 0, 60) }).optional(),
  /** Other dates that sources name; staff are asked to decide until the year's notice has. */
  otherDates: z
    .array(
      z
        .strictObject({ month, day: dayOfMonth, source: text('另一个日期的出处') })
        .refine((other) => other.day <= daysIn(other.month), '没有这一天，请核对月和日'),
    )
    .optional(),
  /** What sources disagree on. */
  notes: text('备注').optional(),
});
export type Occasion = z.infer<typeof occasionSchema>;

import { z } from 'zod';
import { exitCodes, Failure } from '../cli/failure.ts';

const minutes = 'ALARM_UNKNOWN_MINUTES 应是 5—10080 之间的整数分钟，如 30。';
const mailbox = z.email();

/** How `start` writes its log: lines for people, or a JSON object a line. */
export const logFormats = ['text', 'json'] as const;

/** Before the environment has been checked as a whole: what is said of its faults is part of the log too. */
export const logFormatIn = ({ LOG_FORMAT }: Record<string, string | undefined>): (typeof logFormats)[number] =>
  LOG_FORMAT?.trim() === 'json' ? 'json' : 'text';

/** Who is told when something goes wrong, and who may read the figures. Nothing set: nobody is called. */
export const opsSchema = {
  LOG_FORMAT: z
    .enum(logFormats, { error: 'LOG_FORMAT 只能是 text（给人看的中文）或 json（每行一个 JSON，给日志系统收）。' })
    .default('text'),
  /** Lets a collector on another machine read `/metrics` on the admin port. */
  METRICS_TOKEN: z
    .string()
    .regex(
      /^[\w.~+/=-]{16,200}$/,
      'METRICS_TOKEN 应是 16—200 位的英文字母、数字或 . _ ~ + / = -，例如用 openssl rand -hex 24 生成一个。',
    )
    .optional(),
  /** One or more addresses, separated by commas. */
  ALARM_MAIL_TO: z
    .string()
    .transform((text) => text.split(/[,;，；\s]+/).filter(Boolean))
    .refine(
      (list) => list.length > 0 && list.every((one) => mailbox.safeParse(one).success),
      'ALARM_MAIL_TO 应是电子邮件地址，多个用逗号隔开，例如 zhiban@example.gov.cn。',
    )
    .optional(),
  ALARM_WEBHOOK_URL: z
    .url({ protocol: /^https?$/, error: 'ALARM_WEBHOOK_URL 应是 http:// 或 https:// 开头的完整网址。' })
    .optional(),
  /** `json`: every figure; `wecom`, `dingtalk`: the text message of those group robots. */
  ALARM_WEBHOOK_FORMAT: z
    .enum(['json', 'wecom', 'dingtalk'], {
      error: 'ALARM_WEBHOOK_FORMAT 只能是 json、wecom（企业微信群机器人）或 dingtalk（钉钉群机器人）。',
    })
    .default('json'),
  ALARM_UNKNOWN_MINUTES: z.coerce
    .number({ error: minutes })
    .int(minutes)
    .min(5, minutes)
    .max(10_080, minutes)
    .default(30),
  /** The last day of the Weibo token, from the platform's console; Weibo itself tells it only to the app. */
  WEIBO_TOKEN_EXPIRES: z.iso
    .date({ error: 'WEIBO_TOKEN_EXPIRES 应是微博授权到期的那一天，写成 2027-03-01 这样的日期。' })
    .optional(),
};

/** @throws Failure when alarms are to go by mail and there is nothing to send mail with. */
export function requireMailForAlarms(settings: {
  ALARM_MAIL_TO?: string[];
  SMTP_URL?: string;
  MAIL_FROM?: string;
}): void {
  if (!settings.ALARM_MAIL_TO) return;
  const missing = (['SMTP_URL', 'MAIL_FROM'] as const).filter((name) => !settings[name]);
  if (missing.length > 0) {
    throw new Failure(
      `设了 ALARM_MAIL_TO，告警要发邮件，但还缺 ${missing.join('、')}：请补上，或去掉 ALARM_MAIL_TO。`,
      exitCodes.environment,
    );
  }
}

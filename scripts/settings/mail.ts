import { z } from 'zod';

/** How this installation sends mail: alarms, and packages for newspapers that take them by mail. */
export const mailSchema = {
  SMTP_URL: z
    .url({
      protocol: /^smtps?$/,
      error: 'SMTP_URL 应写成 smtp://用户名:密码@主机:端口 或 smtps://…，用户名和密码里的特殊字符要转义。',
    })
    .optional(),
  MAIL_FROM: z
    .string()
    .regex(
      /^([^<>\r\n]{1,80} <[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/,
      'MAIL_FROM 应是发件地址，例如 诚信广元 <noreply@example.gov.cn>。',
    )
    .optional(),
};

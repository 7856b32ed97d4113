import { z } from 'zod';

const hostName = z.union([z.string().regex(/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i), z.ipv6()], { error: '不是主机名' });

/**
 * How an outlet takes contributions, as its file under `content/channels/` states it. Passwords and keys never stand
 * there: they come from the environment (`PRESS_<ID>_PASSWORD`, `PRESS_<ID>_KEY_FILE`, `SMTP_URL`).
 */
export const deliverSchema = z.discriminatedUnion(
  'by',
  [
    z.strictObject({ by: z.literal('folder') }),
    z.strictObject({
      by: z.literal('sftp'),
      host: hostName,
      port: z.number({ error: '要写数字' }).int('要写整数').min(1, '至少是 1').max(65535, '最多是 65535').default(22),
      user: z.string().min(1, '要填 SFTP 账号'),
      path: z.string().startsWith('/', '要写以 / 开头的完整目录'),
      fingerprint: z
        .string()
        .regex(
          /^SHA256:[A-Za-z0-9+/]{43}$/,
          '主机指纹要写成 SHA256: 加 43 个字符，用 ssh-keygen -lf 看，并打电话与对方核对',
        ),
    }),
    z.strictObject({ by: z.literal('smtp'), to: z.email('不是邮箱地址') }),
  ],
  { error: '只能是 by: folder（文件夹）、by: sftp 或 by: smtp（邮件）' },
);

export type Deliver = z.output<typeof deliverSchema>;

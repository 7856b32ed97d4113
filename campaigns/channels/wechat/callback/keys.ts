import { z } from 'zod';

const aesKey = z.string().regex(/^[A-Za-z0-9+/]{43}$/, {
  error: '消息加解密密钥（EncodingAESKey）要恰好 43 个字母或数字：请到公众平台“服务器配置”里重新复制。',
});

/** What the platform and we have agreed on for callbacks (公众平台 → 服务器配置). */
export const callbackKeysSchema = z.strictObject({
  token: z
    .string()
    .min(3, { error: '令牌（Token）至少 3 个字符：请与公众平台“服务器配置”里的一致。' })
    .max(32, { error: '令牌（Token）最多 32 个字符：请与公众平台“服务器配置”里的一致。' }),
  appId: z.string().min(1, { error: '请填写 AppID。' }),
  /** Current key first, then the previous one while it is being changed. Empty: plain mode. */
  aesKeys: z.array(aesKey).max(2, { error: '密钥最多留两个：现用的和上一个。' }),
});

export type CallbackKeys = z.output<typeof callbackKeysSchema>;

import { describe, expect, it } from 'vitest';
import { readEnv } from './env.ts';

describe('readEnv', () => {
  it('works with nothing set', () => {
    const env = readEnv({});
    expect(env.database).toEqual({ kind: 'sqlite', url: `file:${process.cwd()}/data/chengxin.db` });
    expect(env.siteUrl).toBe('http://localhost:4321');
    expect(env.secret).toBeNull();
  });

  it('treats an empty variable as not set', () => {
    expect(readEnv({ DATABASE_URL: ' ', CHANNELS: '' }).channels).toBe('emulator');
  });

  it('takes MongoDB by its address', () => {
    expect(readEnv({ DATABASE_URL: 'mongodb://127.0.0.1/x' }).database.kind).toBe('mongodb');
  });

  it('drops the trailing slash and allows only its own origins', () => {
    const env = readEnv({ SITE_URL: 'https://cx.example.gov.cn/', ADMIN_URL: 'https://cx-admin.example.gov.cn/a/' });
    expect(env.siteUrl).toBe('https://cx.example.gov.cn');
    expect(env.origins).toEqual(['https://cx-admin.example.gov.cn', 'http://localhost:3000', 'http://127.0.0.1:3000']);
  });

  it('says every mistake in a sentence', () => {
    expect(() => readEnv({ ADMIN_PORT: '99999', DATABASE_URL: 'postgres://x', PAYLOAD_SECRET: 'short' })).toThrow(
      'DATABASE_URL 应以 mongodb:// 或 file: 开头；不设则用 DATA_DIR 里的 SQLite。\nPAYLOAD_SECRET 至少 16 个字符。\nADMIN_PORT 应是 1—65535 之间的端口号，例如 3000。',
    );
  });
});

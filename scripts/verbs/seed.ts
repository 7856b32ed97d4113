import { z } from 'zod';
import { say } from '../cli/talk.ts';
import { defineVerb } from '../cli/verb.ts';
import { openReady } from '../installation/open-ready.ts';

export const verb = defineVerb({
  name: 'seed',
  summary: '写入示例内容（栏目、稿件、教学材料、活动）；再跑一次不会重复',
  flags: { stories: { type: 'string', value: 'N', help: '另外生成 N 篇压力测试用的示例稿件' } },
  schema: z.object({
    stories: z.coerce
      .number({ error: '请写一个数字。' })
      .int('请写一个整数。')
      .min(1, '至少 1 篇。')
      .max(100_000, '最多 100000 篇。')
      .optional(),
  }),
  async run({ stories }) {
    const cms = await openReady({ for: 'start' });
    const { seed } = await import('../../cms/starter/seed.ts');
    await seed(cms.payload, say);
    if (stories) {
      const { seedBulk } = await import('../bench/seed-bulk.ts');
      await seedBulk(cms.payload, stories, say);
    }
    if (cms.login)
      say(`第一个管理员：${cms.login.email}，一次性密码：${cms.login.password}（只显示这一次，登录后请修改）`);
    await cms.close();
  },
});

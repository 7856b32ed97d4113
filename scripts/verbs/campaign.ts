import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Payload } from 'payload';
import { z } from 'zod';
import { systemClock } from '../../campaigns/ports/clock.ts';
import { Failure } from '../cli/failure.ts';
import { printResult } from '../cli/talk.ts';
import { writeWhole } from '../cli/write-whole.ts';
import { defineVerb, jsonFlag } from '../cli/verb.ts';
import { openReady } from '../installation/open-ready.ts';
import { callerFolder } from '../settings/caller.ts';

const acts = ['plan', 'report', 'copy', 'propose'] as const;

export const verb = defineVerb({
  name: 'campaign',
  summary: '活动文书：plan 方案、report 总结（DOCX 和 XLSX）、copy 复制到明年、propose 给明年拟草稿',
  words: ['ACT', 'CAMPAIGN'],
  flags: { out: { type: 'string', value: '文件夹', help: '文书写到哪里；不写就写到当前文件夹' }, json: jsonFlag },
  schema: z
    .object({
      ACT: z.enum(acts, { error: `请写 ${acts.join('、')} 之一。` }),
      CAMPAIGN: z
        .string()
        .regex(/^\d{4}\/[a-z0-9]+(-[a-z0-9]+)*$/, '请写成 2026/315 这样的年份和短名。')
        .optional(),
      out: z.string().min(1, '请写明文件夹。').default('.'),
      json: z.boolean().default(false),
    })
    .refine(({ ACT, CAMPAIGN }) => ACT === 'propose' || CAMPAIGN !== undefined, {
      path: ['CAMPAIGN'],
      message: '请写明是哪个活动，例如 2026/315。',
    })
    .refine(({ ACT, CAMPAIGN }) => ACT !== 'propose' || CAMPAIGN === undefined, {
      path: ['CAMPAIGN'],
      message: 'propose 看的是全部活动，后面不用写活动。',
    }),
  async run({ ACT, CAMPAIGN = '', out, json }) {
    const cms = await openReady({ for: 'nothing' });
    try {
      const done = await act(cms.payload, ACT, CAMPAIGN, resolve(callerFolder(), out));
      printResult(json, done, () => (done.length > 0 ? done : ['没有要拟的：没到日子，或明年的活动都有了。']));
    } finally {
      await cms.close();
    }
  },
});

/** @returns what was made: files written, or titles of drafts */
async function act(payload: Payload, name: (typeof acts)[number], key: string, out: string): Promise<string[]> {
  if (name === 'propose')
    return (await import('../../cms/programme/propose-campaigns.ts')).proposeCampaigns(payload, systemClock.now());
  const { docs } = await payload.find({
    collection: 'campaigns',
    where: { key: { equals: key } },
    limit: 1,
    depth: 0,
    joins: false,
    select: { title: true },
  });
  const id = docs[0]?.id;
  if (!id) throw new Failure(`没有“${key}”这个活动：请在后台“活动”里核对年份和短名。`);
  if (name === 'copy') {
    const result = await (await import('../../cms/programme/copy-campaign.ts')).copyCampaign(payload, id);
    if (!result.ok) throw new Failure(result.message);
    return [result.message];
  }
  const { documentsOf } = await import('../../cms/programme/documents/documents-of.ts');
  const files = await documentsOf(payload, id, name, systemClock.now());
  await mkdir(out, { recursive: true });
  return Promise.all(
    files.map(async (file) => {
      const path = join(out, file.name);
      await writeWhole(path, file.content);
      return path;
    }),
  );
}

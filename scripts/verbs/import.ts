import { callerFolder } from '../settings/caller.ts';
import { resolve } from 'node:path';
import { z } from 'zod';
import { storyKinds, type StoryKind } from '../../cms/story/facts.ts';
import { exitCodes, Failure } from '../cli/failure.ts';
import { printResult, say } from '../cli/talk.ts';
import { writeWhole } from '../cli/write-whole.ts';
import { defineVerb, jsonFlag } from '../cli/verb.ts';
import { openReady } from '../installation/open-ready.ts';

const kinds = Object.keys(storyKinds) as StoryKind[];

export const verb = defineVerb({
  name: 'import',
  summary: '旧稿导入：把一个文件夹的 DOCX、Markdown、HTML 变成草稿，附报告；再跑一次不会重复',
  words: ['DIR'],
  flags: {
    column: { type: 'string', value: '栏目', help: '放进哪个栏目（网址短名，如 news）；不写就以后再选' },
    kind: { type: 'string', value: '种类', help: `稿件种类：${kinds.join('、')}；不写就是 activity（news 也是它）` },
    author: { type: 'string', value: '作者', help: '文件里没有写作者的，写成谁' },
    'dry-run': { type: 'boolean', help: '只看会怎样，什么都不写入' },
    report: { type: 'string', value: '文件', help: '报告写到哪里：.md、.html 或 .xlsx' },
    json: jsonFlag,
  },
  schema: z.object({
    DIR: z.string({ error: '请写明文件夹，如 chengxin import 旧稿。' }).min(1, '请写明文件夹。'),
    column: z.string().min(1, '请写明栏目。').optional(),
    kind: z.preprocess(
      (kind) => (kind === 'news' ? 'activity' : kind),
      z.enum(kinds, { error: `请写 ${kinds.join('、')} 之一。` }).default('activity'),
    ),
    author: z.string().min(1, '请写明作者。').max(16, '作者最多16个字。').optional(),
    'dry-run': z.boolean().default(false),
    report: z
      .string()
      .regex(/\.(md|html|xlsx)$/i, '报告的文件名要以 .md、.html 或 .xlsx 结尾。')
      .optional(),
    json: z.boolean().default(false),
  }),
  async run({ DIR, author, column, kind, report: reportFile, json, 'dry-run': dryRun }) {
    const from = callerFolder();
    const cms = await openReady({ for: 'nothing' });
    try {
      const [{ importFolder }, { ImportRefused }, { outcomes, summaryOf }, { writeReport }] = await Promise.all([
        import('../../cms/import/import-folder.ts'),
        import('../../cms/import/old-story.ts'),
        import('../../cms/import/report.ts'),
        import('../../cms/import/write-report.ts'),
      ]);
      const report = await importFolder(
        cms.payload,
        { folder: resolve(from, DIR), kind, column: column ?? null, author: author ?? null, dryRun },
        ({ file, message, outcome }) => say(`  ${outcomes[outcome]}  ${file}：${message}`),
      ).catch((error: unknown) => {
        throw error instanceof ImportRefused ? new Failure(error.message) : error;
      });
      const written = reportFile ? await writeReport(report, reportFile) : null;
      if (written && reportFile) await writeWhole(resolve(from, reportFile), written);
      printResult(json, report, () => [summaryOf(report)]);
      return report.counts.refused > 0 ? exitCodes.failed : exitCodes.ok;
    } finally {
      await cms.close();
    }
  },
});

import { callerFolder } from '../settings/caller.ts';
import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { z } from 'zod';
import { civilDay, daysBetween } from '../../campaigns/calendar/civil-day.ts';
import { systemClock } from '../../campaigns/ports/clock.ts';
import { exitCodes, Failure } from '../cli/failure.ts';
import { printResult } from '../cli/talk.ts';
import { defineVerb, jsonFlag } from '../cli/verb.ts';
import { importLexicons, type ImportedFile } from '../../cms/checking/lexicons/import-lexicons.ts';
import { openReady } from '../installation/open-ready.ts';

const acts = ['list', 'import'] as const;
const text = (what: string) => z.string().trim().min(1, `请写明${what}。`).optional();

export const verb = defineVerb({
  name: 'lexicons',
  summary: '词表：list 列出在用的版次；import 后面写文件（CSV、XLSX、YAML），整张换成文件里的词条，再跑一次不会重复',
  words: ['ACT', 'FILE…'],
  flags: {
    slug: { type: 'string', value: '短名', help: '表格要写：词表的短名，如 leaders；YAML 自己写明了' },
    title: { type: 'string', value: '名称', help: '表格：词表名称；已有的词表不用再写' },
    group: {
      type: 'string',
      value: '种类',
      help: '表格：wording（用字用词）、insult（侮辱性词语）、ai-mark（人工智能痕迹）',
    },
    edition: { type: 'string', value: '日期', help: '表格：这一版定下的日期，如 2026-11-28' },
    owner: { type: 'string', value: '单位', help: '表格：归谁管；已有的词表不用再写' },
    source: { type: 'string', value: '依据', help: '表格：词条从哪里来；已有的词表不用再写' },
    confidence: { type: 'string', value: '把握', help: '表格：0 到 1；没有和原文核对过的写低一些' },
    'dry-run': { type: 'boolean', help: '只看会改什么，什么都不写入' },
    json: jsonFlag,
  },
  schema: z
    .object({
      ACT: z.enum(acts, { error: `请写 ${acts.join('、')} 之一。` }),
      'FILE…': z.array(z.string()),
      slug: text('短名'),
      title: text('名称'),
      group: text('种类'),
      edition: text('版次'),
      owner: text('归谁管'),
      source: text('依据'),
      confidence: text('把握'),
      'dry-run': z.boolean().default(false),
      json: z.boolean().default(false),
    })
    .refine(({ ACT, 'FILE…': files }) => (ACT === 'import') === files.length > 0, {
      path: ['FILE…'],
      message: 'import 后面写文件，list 后面什么也不写。',
    })
    .refine(({ 'FILE…': files }) => files.length <= 1 || files.every((file) => /\.ya?ml$/i.test(file)), {
      path: ['FILE…'],
      message: '表格一次导入一个，因为短名、版次各写各的；YAML 可以几个一起。',
    }),
  async run({ ACT, 'FILE…': files, 'dry-run': dry, json, ...head }) {
    const cms = await openReady({ for: 'nothing' });
    try {
      const today = civilDay(systemClock.now());
      if (ACT === 'list') {
        const { deskLexicons } = await import('../../cms/checking/lexicons/desk-lexicons.ts');
        const { lists } = await deskLexicons(cms.payload);
        printResult(json, lists, () =>
          lists.length > 0
            ? lists.map(({ edition, entries, owner, slug, starter, title }) =>
                [
                  edition,
                  `${Math.max(0, daysBetween(edition, today))}天`,
                  slug,
                  title,
                  `${entries}条`,
                  owner,
                  starter ? '起步词表' : '本市的',
                ].join('  '),
              )
            : ['一张在用的词表也没有。'],
        );
        return exitCodes.ok;
      }
      const from = callerFolder();
      const read = await Promise.all(
        files.map(
          async (name): Promise<ImportedFile> => ({
            name: basename(name),
            bytes: await readFile(resolve(from, name)).catch(() => {
              throw new Failure(`打不开 ${name}：请核对文件名。`, exitCodes.usage);
            }),
          }),
        ),
      );
      const given = Object.fromEntries(Object.entries(head).filter(([, value]) => value !== undefined));
      const done = await importLexicons(cms.payload, read, { head: given, dry, today });
      printResult(json, done, () => done.map(({ file, message }) => `${file}：${message}`));
      return done.some(({ ok }) => !ok) ? exitCodes.failed : exitCodes.ok;
    } finally {
      await cms.close();
    }
  },
});

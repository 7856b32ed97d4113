import { callerFolder } from '../settings/caller.ts';
import { resolve } from 'node:path';
import { z } from 'zod';
import { checkFile, type FileReport } from '../../cms/checks/check-file.ts';
import { indexLexicons } from '../../cms/checks/lexicon/index-lexicons.ts';
import { maskFound } from '../../cms/checks/mask-found.ts';
import { exitCodes } from '../cli/failure.ts';
import { printResult } from '../cli/talk.ts';
import { defineVerb, jsonFlag } from '../cli/verb.ts';
import { ownContent } from '../settings/own-content.ts';

const marks = { block: '✗', warn: '!' } as const;

export const verb = defineVerb({
  name: 'check',
  summary: '检查文件：个人信息、未成年人、封存记录、侮辱性词语、无罪推定、错敏词',
  words: ['FILE…'],
  flags: { json: jsonFlag },
  schema: z.object({
    'FILE…': z.array(z.string()).min(1, '请写明要检查的文件，如 chengxin check 稿件.docx 图片.jpg。'),
    json: z.boolean().default(false),
  }),
  async run({ 'FILE…': files, json }) {
    const lexicons = indexLexicons(await ownContent().lexicons());
    const from = callerFolder();
    const reports: FileReport[] = [];
    // One at a time: a hundred large files must not stand in memory together.
    for (const file of files)
      reports.push({ ...(await checkFile(resolve(from, file), { lexicons })), file: maskFound(file, { lexicons }) });
    printResult(json, reports, () =>
      reports.flatMap(({ file, blocked, findings }) => [
        `${file}：${blocked ? '不能发布' : findings.length > 0 ? '请核对' : '没有发现问题'}`,
        ...findings.map(
          ({ level, at, text, rule, mend }) => `  ${marks[level]} ${at}${text ? `：${text}` : ''}（${rule}）${mend}`,
        ),
      ]),
    );
    return reports.some(({ blocked }) => blocked) ? exitCodes.failed : exitCodes.ok;
  },
});

import { z } from 'zod';
import { ContentError } from '../../../campaigns/calendar/content-error.ts';
import { decodeText } from '../../checks/files/decode-text.ts';
import { Unreadable } from '../../checks/files/unreadable.ts';
import { importLexicon } from '../../checks/lexicon/import-lexicon.ts';
import { lexiconSchema, type Lexicon } from '../../checks/lexicon/lexicon.ts';
import { parseContent } from '../../content/parse-content.ts';
import { parseYaml } from '../../content/read-yaml.ts';
import { entriesProblem } from './entries.ts';

const said = (what: string) =>
  z
    .string({ error: `请写明${what}。` })
    .trim()
    .min(1, `请写明${what}。`)
    .max(200, `${what}最多200字，请缩短。`);

/** What the form asks beside the file; a YAML file says all that itself. */
const uploadHead = z.object({
  slug: said('短名（slug）').regex(
    /^[a-z0-9]+(?:-[a-z0-9]+)*$/,
    '短名只能用小写字母、数字和短横线，例如 local-terms。',
  ),
  title: said('词表名称'),
  group: z
    .enum(['insult', 'wording', 'ai-mark'], {
      error: '种类只能是 insult（侮辱性词语）、wording（用字用词）或 ai-mark（人工智能痕迹）。',
    })
    .default('wording'),
  edition: z.iso.date({ error: '版次要写成 2026-11-21 这样的日期。' }),
  owner: said('词表归谁管'),
  source: said('词表的依据'),
  confidence: z.coerce
    .number({ error: '把握要写 0 到 1 之间的数。' })
    .min(0, '把握要写 0 到 1 之间的数。')
    .max(1, '把握要写 0 到 1 之间的数。')
    .default(0.8),
});

/**
 * A word list out of an uploaded CSV, XLSX or YAML file.
 * @param head what the form says; unused for YAML
 * @throws ContentError with one Chinese sentence that names the row or the field
 */
export function readUpload(bytes: Uint8Array, file: string, head: unknown): Lexicon {
  if (bytes.length === 0) throw new ContentError(file, '文件是空的，请重新导出。');
  const lexicon = /\.ya?ml$/i.test(file)
    ? readable(file, () => parseContent(lexiconSchema, parseYaml(decodeText(bytes), file), file))
    : readSheet(bytes, file, headOf(head));
  const problem = entriesProblem(lexicon.entries);
  if (problem !== true) throw new ContentError(file, problem);
  return lexicon;
}

const readSheet = (bytes: Uint8Array, file: string, head: z.output<typeof uploadHead>): Lexicon =>
  readable(file, () => importLexicon(bytes, file, head));

/** A damaged file may fail in any way inside the readers of foreign formats; the sentence says what a person can do. */
function readable(file: string, read: () => Lexicon): Lexicon {
  try {
    return read();
  } catch (error) {
    if (error instanceof ContentError) throw error;
    throw new ContentError(
      file,
      error instanceof Unreadable ? error.message : '文件读不出来：请另存为 XLSX 或 UTF-8 的 CSV 再导入。',
    );
  }
}

function headOf(head: unknown): z.output<typeof uploadHead> {
  const parsed = uploadHead.safeParse(head);
  if (!parsed.success) throw new ContentError('词表说明', parsed.error.issues[0]?.message ?? '不合要求，请核对。');
  return parsed.data;
}

import { readFile } from 'node:fs/promises';
import { parse, YAMLParseError } from 'yaml';
import { z, type ZodType } from 'zod';

/**
 * Reads a data file that people edit.
 * @param label the path as people know it, e.g. `content/occasions/qingming.yaml`
 * @throws Error with one Chinese sentence: which file, which entry, how to mend it.
 */
export async function readYaml<T>(path: string, label: string, schema: ZodType<T>): Promise<T> {
  return parseYaml(await readFile(path, 'utf8'), label, schema);
}

/** As `readYaml`, from text. */
export function parseYaml<T>(text: string, label: string, schema: ZodType<T>): T {
  const result = schema.safeParse(toData(text, label), { error: z.locales.zhCN().localeError });
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const where = issue?.path.length ? `“${issue.path.join('.')}”` : '整体';
  throw new Error(`${label} 的${where}有误：${issue?.message ?? '格式不对'}。请改好后重新载入。`);
}

function toData(text: string, label: string): unknown {
  try {
    return parse(text);
  } catch (error) {
    const line = error instanceof YAMLParseError ? error.linePos?.[0].line : undefined;
    throw new Error(`${label} ${line ? `第 ${line} 行` : ''}不是合格的 YAML：请检查缩进、冒号和引号。`, { cause: error });
  }
}

import { readFile } from 'node:fs/promises';
import { parse, YAMLParseError } from 'yaml';
import { z, type ZodType } from 'zod';
import { ContentError } from './content-error.ts';

/**
 * Reads a data file that people edit.
 * @param label the path as people know it, e.g. `content/occasions/qingming.yaml`
 * @throws ContentError: one Chinese sentence, which file, which entry, how to mend it.
 */
export async function readYaml<T>(path: string, label: string, schema: ZodType<T>): Promise<T> {
  return parseYaml(await readFile(path, 'utf8'), label, schema);
}

/** As `readYaml`, from text. */
export function parseYaml<T>(text: string, label: string, schema: ZodType<T>): T {
  const result = schema.safeParse(toData(text, label), { error: z.locales.zhCN().localeError });
  if (result.success) return result.data;
  throw new ContentError(label, sentence(result.error.issues));
}

function toData(text: string, label: string): unknown {
  try {
    return parse(text);
  } catch (error) {
    const line = error instanceof YAMLParseError ? error.linePos?.[0].line : undefined;
    throw new ContentError(
      label,
      `${line ? `第${line}行` : ''}不合 YAML 的写法，请检查缩进、冒号后的空格和引号是否成对。`,
      { cause: error },
    );
  }
}

function sentence(issues: readonly z.core.$ZodIssue[]): string {
  // A misspelt field is also a missing one: the spelling is what the writer must see.
  const issue = issues.find(({ code }) => code === 'unrecognized_keys') ?? issues[0];
  const where = issue?.path.length ? `字段“${issue.path.join('.')}”` : '';
  if (issue?.code === 'unrecognized_keys')
    return `${where && `${where}里`}多了不认识的字段“${issue.keys.join('、')}”，请删掉或改正拼写。`;
  if (where) return `${where}有误：${issue?.message}。`;
  return issue?.code === 'invalid_type'
    ? '文件是空的或没有写成“字段: 值”，请照同类文件填写。'
    : `${issue?.message ?? '内容不合要求，请核对'}。`;
}

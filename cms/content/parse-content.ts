import type { z } from 'zod';
import { ContentError } from './content-error.ts';

type Issue = z.core.$ZodIssue;

/**
 * Checks what a file says against its schema.
 * @throws ContentError naming the first field that is wrong.
 */
export function parseContent<S extends z.ZodType>(schema: S, value: unknown, file: string): z.output<S> {
  const result = schema.safeParse(value, { reportInput: true });
  if (result.success) return result.data;
  const { issues } = result.error;
  // A misspelt field is also a missing one: the spelling is what the writer must see.
  const issue = issues.find(({ code }) => code === 'unrecognized_keys') ?? issues[0];
  if (!issue) throw new ContentError(file, '内容不合要求，请核对。');
  throw new ContentError(file, sentence(issue));
}

function sentence(issue: Issue): string {
  const field = fieldName(issue.path);
  if (issue.code === 'unrecognized_keys')
    return `${field}里多了不认识的字段“${issue.keys.join('、')}”，请删掉或改正拼写。`;
  return `${field}${trouble(issue)}。`;
}

function fieldName(path: PropertyKey[]): string {
  if (path.length === 0) return '文件';
  const parts = path.map((part) => (typeof part === 'number' ? `第${part + 1}项` : String(part)));
  return `字段“${parts.join(' ')}”`;
}

function trouble(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? '没有写，请补上'
        : `要写成${typeNames[issue.expected] ?? issue.expected}${hint(issue.expected)}`;
    case 'invalid_value':
      return `只能写${issue.values.map((v) => `“${String(v)}”`).join('或')}`;
    case 'invalid_union':
      return unionTrouble(issue);
    case 'too_small':
      return issue.origin === 'array' ? `至少要有${issue.minimum}项，请补上` : `不能小于${issue.minimum}`;
    case 'too_big':
      return issue.origin === 'array' ? `最多${issue.maximum}项，请删减` : `不能大于${issue.maximum}`;
    default:
      return issue.message;
  }
}

/** Which kind of thing a file describes is chosen by one of its fields. */
function unionTrouble(issue: Extract<Issue, { code: 'invalid_union' }>): string {
  const { discriminator, input, options } = issue as { discriminator?: string; input?: unknown; options?: unknown };
  if (!discriminator || !Array.isArray(options)) return '没有写对，请对照同类文件改正';
  const written = (input as Record<string, unknown> | null)?.[discriminator];
  const choices = options.map((option) => `“${String(option)}”`).join('或');
  return written === undefined ? `没有写，请补上${choices}` : `只能写${choices}`;
}

const typeNames: Record<string, string> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: ' true 或 false',
  array: '列表',
  object: '一组字段',
};

const hint = (expected: string): string => (expected === 'string' ? '，纯数字请加引号' : '');

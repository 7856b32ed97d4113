import type { z } from 'zod';

const kinds: Record<string, string> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: '是或否',
  array: '一列',
  object: '一组字段',
  record: '一组字段',
  null: '空',
};

/** What does not fit a schema, as a Chinese clause without a full stop: “第2条的 act 不在允许的值里”. */
export function trouble({ issues }: z.ZodError): string {
  const [first] = issues;
  if (!first) return '写坏了';
  return `${placeOf(first.path)}${reasonOf(first)}${issues.length > 1 ? `，另有${issues.length - 1}处` : ''}`;
}

function placeOf(path: readonly PropertyKey[]): string {
  const parts = path.map((part) => (typeof part === 'number' ? `第${part + 1}条` : String(part)));
  return parts.length > 0 ? `${parts.join('的 ')} ` : '';
}

function reasonOf(issue: z.core.$ZodIssue): string {
  if (/\p{Script=Han}/u.test(issue.message)) return issue.message;
  if (issue.code === 'invalid_type') return kinds[issue.expected] ? `应是${kinds[issue.expected]}` : '不合要求';
  if (issue.code === 'invalid_value') return '不在允许的值里';
  return '不合要求';
}

/** The shell's comparisons; those that take several values. No collection has places on a map, so none is near another. */
const several: readonly string[] = ['in', 'not_in', 'all'];
const comparisons: readonly string[] = [
  ...several,
  'equals',
  'not_equals',
  'contains',
  'exists',
  'like',
  'not_like',
  'greater_than',
  'greater_than_equal',
  'less_than',
  'less_than_equal',
];
const wholeNumber = /^\d{1,6}$/;
const bounds: Readonly<Record<string, number>> = { limit: 100_000, page: 100_000, depth: 10 };
const sorts = /^-?[A-Za-z_][\w.]*(,-?[A-Za-z_][\w.]*)*$/;
/** What hides in a name but is never typed; a line break can stand in words that somebody looks for. */
const hidden = /[^\P{Cc}\t\n\r]/u;

/**
 * Why a query cannot be what the desk's pages or an honest program asks, as a Chinese sentence; null when it can. The shell
 * hands conditions on to the database as they are, where a wrong shape is an error of the program instead of a wrong question.
 * @param query without its question mark; also the body of a question that was too long for an address
 */
export function oddQuery(query: string): string | null {
  for (const [name, value] of new URLSearchParams(query)) {
    if (hidden.test(name) || hidden.test(value)) return '查询条件里有看不见的控制字符：请删掉以后再试。';
    const [root = '', ...path] = name.split('[').map((part) => part.replace(/\]$/, ''));
    const problem = root === 'where' ? oddCondition(path, value) : oddSetting(root, path, value);
    if (problem) return problem;
  }
  return null;
}

function oddCondition(path: string[], value: string): string | null {
  if (path.length === 0) return value === '' ? null : '查询条件的写法不对：应是 where[字段][比较]=值。';
  let rest = path;
  while ((rest[0] === 'and' || rest[0] === 'or') && (/^\d+$/.test(rest[1] ?? '') || rest[1] === ''))
    rest = rest.slice(2);
  const [field, comparison, index, ...more] = rest;
  // A group without a condition in it finds what the rest finds.
  if (field === undefined) return value === '' ? null : '查询条件的写法不对：and、or 里应是条件。';
  const name = field.slice(0, 40);
  if (!/^[A-Za-z_][\w.-]*$/.test(field) || field in Object.prototype)
    return `查询条件里的字段“${name}”写法不对：请检查字段名。`;
  if (comparison === undefined || !comparisons.includes(comparison))
    return `查询条件“${name}”的比较方法不对：可用的有 ${comparisons.join('、')}。`;
  if (index === undefined) return null;
  return several.includes(comparison) && more.length === 0 && /^\d*$/.test(index)
    ? null
    : `查询条件“${name}”的值不对：这里应是一个值，不能是一组。`;
}

function oddSetting(root: string, path: string[], value: string): string | null {
  const most = bounds[root];
  if (most !== undefined)
    return path.length === 0 && (value === '' || (wholeNumber.test(value) && Number(value) <= most))
      ? null
      : `${root} 应是 0 到 ${most} 的整数。`;
  if (root === 'sort')
    return path.every((part) => /^\d*$/.test(part)) && path.length <= 1 && (value === '' || sorts.test(value))
      ? null
      : 'sort 应是字段名，倒序在前面加减号，例如 -updatedAt。';
  return null;
}

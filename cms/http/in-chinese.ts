/** Is this a sentence for the people of this desk? Chinese, and no English sentence in it; names of fields may stand in it. */
export const isChinese = (sentence: string): boolean =>
  /\p{Script=Han}/u.test(sentence) &&
  !/[A-Za-z][a-z']+(?:[ ,]+[A-Za-z][a-z']*){2,}/.test(sentence.replace(/“[^”]*”/g, '“”'));

/** What the shell says in English only, whatever the language of its pages. */
const known: readonly (readonly [RegExp, string])[] = [
  [/^This relationship field has the following invalid relationships/, '选的这一项不存在，可能已经删除：请重新选。'],
  [/^This field has the following invalid selections/, '选的这一项不在可选的范围里：请重新选。'],
  [/^Missing ID of document/, '网址里没有写明是哪一条：请刷新页面再试。'],
  [/^Missing 'where' query/, '没有写明是哪一条，没有改动：请刷新页面再试。'],
  [/^Missing ID of version/, '没有写明是哪一个旧版本：请刷新页面再选。'],
  [/^Pasting from URL is not enabled/, '这里不从网址取文件：请把文件存到电脑上再上传。'],
  [/^Cannot (GET|POST|PATCH|PUT|DELETE) /, '这里没有这个接口：请检查网址。'],
  [/^No User/, '您没有登录：请先登录后台。'],
  [/^Value must be unique/, '已经有同样的一条，请换一个。'],
  [/^This field is required/, '请填写。'],
  [/^The following fields? (is|are) invalid/, '有的地方没有填对：请改正标红的地方再保存。'],
  [/^Cannot restore a version of a trashed document/, '这一条在回收站里：请先恢复它，再恢复旧版本。'],
  [/cannot be duplicated/, '这里的内容不能复制：请新建。'],
  [/request size limit|Multipart limit/, '内容太大，没有收：请删减以后再试。'],
  [/^(Invalid|Missing|A valid|A file name).*file|^Invalid external/i, '文件或文件名不对，没有收：请另存一份再传。'],
  [/There was an error initializing Payload/, '系统还没有启动好：请过一会儿再试。'],
];

const byStatus: Readonly<Record<number, string>> = {
  400: '提交的内容不对，没有保存：请核对以后再试，还不行请找管理员。',
  401: '请先登录后台。',
  403: '您的职责不能做这件事：需要时请找管理员。',
  404: '没有找到：可能已经删除，或者您看不到。',
  405: '这里不能这样做：请在编辑后台的页面里操作。',
  409: '和别人的改动撞在一起了，没有保存：请刷新页面再试。',
  413: '内容太大，没有收：请删减以后再试。',
  429: '太频繁了：请过一会儿再试。',
};

/** The sentence, or what it means in Chinese. */
export const inChinese = (sentence: string, status: number): string =>
  isChinese(sentence)
    ? sentence
    : (known.find(([pattern]) => pattern.test(sentence))?.[1] ??
      byStatus[status] ??
      (status >= 500 ? '程序内部出错，没有保存：请再试一次；还不行，请把时间和做的事告诉管理员。' : byStatus[400]!));

/** An answer's body with everything that it says to people in Chinese. What a row holds is left as it is. */
export function bodyInChinese(body: unknown, status: number): unknown {
  if (Array.isArray(body)) return body.map((one) => bodyInChinese(one, status));
  if (typeof body !== 'object' || body === null) return body;
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => [
      name,
      name === 'message' && typeof value === 'string'
        ? inChinese(value, status)
        : name === 'theirs' || name === 'doc'
          ? value
          : bodyInChinese(value, status),
    ]),
  );
}

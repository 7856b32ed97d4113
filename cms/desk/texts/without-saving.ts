/** The checks speak to whoever saves; where somebody agrees, nothing is being saved. */
export const withoutSaving = (message: string): string =>
  message.replace('没有保存', '没有同意').replace('其他内容都还在。', '');

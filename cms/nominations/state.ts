/** Where a 推荐人选 stands between the recommending unit and the page. */
export const nominationStates = {
  draft: '草拟',
  recommended: '已推荐',
  notice: '公示中',
  accepted: '已通过',
  refused: '未通过',
  offline: '已下线',
  revoked: '荣誉撤销',
} as const;

export type NominationState = keyof typeof nominationStates;

import { describe, expect, it } from 'vitest';
import { against, excuses, officers, official, serves, speaks, victim } from './role-words.ts';

describe('before a name', () => {
  it.each(['法官', '示例县副县长', '记者：', '通讯员', '网格员'])('%s: an officer', (before) =>
    expect(before).toMatch(officers),
  );
  it.each(['会计', '老板', '主播', ''])('%s: none', (before) => expect(before).not.toMatch(officers));
  it.each(['他骗走了', '还给', '向', '被骗的受害人', '拖欠了三名农民工', '他帮'])('%s: who suffers', (before) =>
    expect(before).toMatch(victim),
  );
  it.each(['关于对', '名为', '认为', '列为', '曾经'])('%s: who does not', (before) =>
    expect(before).not.toMatch(victim),
  );
});

describe('behind a name', () => {
  it.each(['介绍，', '（化名）告诉记者', '在会上表示', '法官提醒', '/文', '的讲座', '说：'])(
    '%s: who speaks',
    (after) => expect(after).toMatch(speaks),
  );
  it.each(['介绍人', '介绍费', '拖欠', '骗走'])('%s: who does not', (after) => expect(after).not.toMatch(speaks));
  it.each(['部署工作', '带队检查', '暗访市场', '同志主持会议'])('%s: who serves', (after) =>
    expect(after).toMatch(serves),
  );
  it.each(['，主持', '挪用公款'])('%s: who does not', (after) => expect(after).not.toMatch(serves));
  it.each(['说客户不满意', '却说自己没钱', '只说，下个月'])('%s: an excuse', (after) => expect(after).toMatch(excuses));
  it.each(['说做人要诚实', '说得好'])('%s: none', (after) => expect(after).not.toMatch(excuses));
});

describe('between a name and a deed', () => {
  it.each(['协助警方查处', '讨回被', '举报', '从未', '判令被告', '防范'])('%s makes it another’s', (between) =>
    expect(between).toMatch(against),
  );
  it.each(['被举报', '被查处', '举报的人', '投诉电话', '和弟弟一起'])('%s does not', (between) =>
    expect(between).not.toMatch(against),
  );
});

it.each(['判处', '责令停业', '追究责任', '查封'])('%s is an office’s work', (deed) => expect(deed).toMatch(official));

import { describe, expect, it } from 'vitest';
import { datedPost } from './conflicts/testing/dated-post.ts';
import { judgeTime } from './judge-time.ts';
import { timeQuestion } from './testing/time-question.ts';

const at = (text: string) => new Date(`${text}:00+08:00`);
const judge = (when: string, over: Parameters<typeof timeQuestion>[0] = {}) => judgeTime(timeQuestion(over), at(when));
const quietDays = new Set(['2026-06-18']);

describe('a time of a post without a campaign', () => {
  it('with nothing against it', () => {
    expect(judge('2026-06-16T10:00')).toEqual({ refusals: [], warnings: [] });
  });

  it.each<[string, string, Parameters<typeof timeQuestion>[0], string]>([
    ['the past', '2026-06-16T07:59', {}, '6月16日 07:59 已经过去了'],
    ['this very minute', '2026-06-16T08:00', {}, '已经过去了'],
    [
      'festive content on a quiet day',
      '2026-06-18T09:00',
      { quietDays, festive: true },
      '6月18日是静默日，不发节庆内容',
    ],
    [
      'what its story waits for',
      '2026-06-17T08:59',
      { shown: { from: at('2026-06-17T09:00') } },
      '稿件定时 6月17日 09:00 上线，6月17日 08:59 还不能发',
    ],
    [
      'the minute in which its story goes',
      '2026-06-17T09:00',
      { shown: { until: at('2026-06-17T09:00') } },
      '稿件定时 6月17日 09:00 下线，6月17日 09:00 不再发',
    ],
    [
      'a day that is full',
      '2026-06-17T18:00',
      { others: [datedPost({ at: at('2026-06-17T09:00') })] },
      '微信公众号6月17日已经排满（平台只收 1 条）',
    ],
    [
      'a day on which as much is out as the platform takes',
      '2026-06-16T18:00',
      { others: [datedPost({ at: at('2026-06-16T07:00'), done: new Set(['wechat']), out: new Set(['wechat']) })] },
      '微信公众号6月16日已经排满',
    ],
  ])('refuses %s', (_, when, over, sentence) => {
    const { refusals } = judge(when, over);
    expect(refusals).toEqual([expect.stringContaining(sentence)]);
  });

  it('refuses an hour that is full, not one with as many on either side', () => {
    const judgeWeibo = (...times: string[]) =>
      judge('2026-06-17T09:30', {
        channels: ['weibo'],
        others: times.map((time) => datedPost({ id: time, at: at(`2026-06-17T${time}`), channels: ['weibo'] })),
      }).refusals;
    expect(judgeWeibo('09:00', '10:00')).toEqual([]);
    expect(judgeWeibo('09:00', '09:59')).toEqual([
      '微博6月17日 09:30 前后一小时内已经排满（平台只收 2 条）：请换个时间。',
    ]);
  });

  it('what is refused or skipped on a channel takes nothing of its quota', () => {
    const others = [datedPost({ at: at('2026-06-17T09:00'), done: new Set(['wechat']) })];
    expect(judge('2026-06-17T18:00', { others })).toEqual({ refusals: [], warnings: [] });
  });

  it('warns of a quiet day, of another push within the hour, and of a deadline', () => {
    const others = [
      datedPost({ channels: ['press'], at: at('2026-06-18T15:00'), title: '甲', campaignTitle: '关爱日' }),
    ];
    expect(judge('2026-06-18T15:59', { channels: ['press'], others, quietDays }).warnings).toEqual([
      expect.stringContaining('静默日'),
      '广元日报一小时内还有一条：15:00“关爱日”的《甲》，请尽量错开。',
      expect.stringContaining('截稿时间'),
    ]);
    expect(judge('2026-06-18T14:00', { channels: ['press'], others }).warnings).toEqual([]);
    expect(judge('2026-06-18T14:00', { quietDays }).refusals).toEqual([]);
  });
});

import type { Release, ReleaseImage } from '../../ports/release.ts';

const picture = (id: string): ReleaseImage => ({
  id,
  alt: '社区志愿者在义诊台前登记',
  caption: '活动现场（示例）',
  fileName: `${id}-现场.jpg`,
  mime: 'image/jpeg',
  width: 1600,
  height: 1000,
});

/** A release that every channel accepts; plainly fictional. */
export function sampleRelease(change: Partial<Release> = {}): Release {
  return {
    id: 'rel-1',
    storyId: 'story-1',
    serial: 123,
    version: 1,
    hash: 'a'.repeat(64),
    kind: 'role-model',
    column: 'role-models',
    title: '还了三十年的一笔账（示例）',
    summary: '示例人物把欠款一笔一笔还清，邻里都说他讲信用。',
    author: '示例编辑',
    source: '诚信广元编辑部（示例）',
    html: '<h2>一笔旧账</h2><p>他说：“欠的钱，一分也要还。”<img data-media="img1" alt="社区志愿者在义诊台前登记"></p><p>详情见<a href="https://www.example.gov.cn/a?x=1&amp;y=2">公告</a>。</p>',
    text: '一笔旧账\n\n他说：“欠的钱，一分也要还。”\n\n详情见公告。',
    cover: picture('cover1'),
    images: [picture('img1')],
    signedBy: '示例终审人',
    signedAt: '2027-03-10T17:30:00+08:00',
    ...change,
  };
}

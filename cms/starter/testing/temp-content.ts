import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A small valid repository root on disk, with some files replaced or added; gone when the test ends. */
export async function tempContent(files: Record<string, string> = {}): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'starter-'));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  for (const [file, text] of Object.entries({ ...valid, ...files })) {
    await mkdir(dirname(join(root, 'content', file)), { recursive: true });
    await writeFile(join(root, 'content', file), text);
  }
  return root;
}

export const column = `slug: cases
name: 以案说信
description: 匿名案例。
type: 警示教育
keywords: [案例]
kinds: [knowledge, case]
navOrder: 1
`;

export const story = `---
title: 一张借条
summary: 写清七样东西。
column: cases
kind: knowledge
category4: 信用知识
author: 林示例
source: 编辑部（示例）
answer: { who: nobody, tone: neutral }
publishedAt: "2026-01-28T09:00:00+08:00"
tags: [借条]
---

正文。
`;

export const caseSteps = `caseSteps:
  what: 发生了什么。
  rule: { law: 《民法典》, article: 第五百零九条第一款, text: 当事人应当按照约定全面履行自己的义务。, url: null }
  costs: [{ figure: 1个月, label: 原定公示期 }]
  mend:
    - { date: "2026-01-02", text: 付清 }
`;

export const campaign = `slug: "315"
year: 2026
occasion: consumer-rights-day
title: 留住三样凭据
theme: 明白
standfirst: 留住三样凭据。
good: [留小票]
avoid: []
actions: []
units: [示例单位]
basis: 每年3月15日
docNo: 示例〔2026〕0号
confirmedOn: "2026-02-27"
state: confirmed
phases:
  - { name: 当天, hint: 咨询, startOffset: 0, endOffset: 0 }
posts:
  - { slug: note, story: loan-note, channels: [wechat], anchor: start, offsetDays: 0, time: "09:00", misfire: late, misfireWindow: 60, label: 文章 }
`;

const valid: Record<string, string> = {
  'columns/cases.yaml': column,
  'stories/knowledge/loan-note.md': story,
  'campaigns/2026/315.yaml': campaign,
  'occasions/consumer-rights-day.yaml': 'slug: consumer-rights-day\n',
  'channels/wechat.yaml': 'id: wechat\ntype: wechat\nname: 微信公众号\naccount: 示例\n',
};

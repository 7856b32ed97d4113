import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PublicNotice } from '../../cms/read/notice.ts';
import { printFiles } from '../../cms/read/print-pack.ts';
import type { Reader } from '../../cms/read/reader.ts';
import {
  storyKinds,
  type Page,
  type Story,
  type StoryCard,
  type StoryQuery,
  type Withdrawn,
} from '../../cms/read/nouns.ts';
import { weekday } from '../words/date.ts';
import { accountBook, articles, filler } from './fixture/articles.ts';
import { models } from './fixture/models.ts';
import { columns, region } from './fixture/region.ts';
import type { Seed } from './fixture/seed.ts';
import { campaigns, occasions } from './fixture/year.ts';

const seeds: Seed[] = [...models, ...articles, ...filler].sort((a, b) => b.at.localeCompare(a.at));

const lunar: Record<string, string> = {
  '2026-06-14': '农历丙午年四月廿九',
  '2026-08-12': '农历丙午年六月三十',
  '2026-12-13': '农历丙午年十一月初五',
};

const withdrawn: Withdrawn = {
  state: 'withdrawn',
  serial: 93,
  publishedAt: '2025-11-21T08:40:00+08:00',
  withdrawnAt: '2026-03-18T10:26:00+08:00',
  reason: '不再符合诚信典型公布条件',
  decidedBy: region.editorialName,
  copies: [
    { name: '微信公众号', word: '已删除' },
    { name: '广元日报', word: '已通知，等对方回执' },
  ],
};

const notices: PublicNotice[] = [
  {
    kind: 'correction',
    at: '2026-06-13T10:00:00+08:00',
    serial: 101,
    path: '/s/101',
    title: '三十七本账簿，他替父亲还了十六年',
    column: { slug: 'models', name: '诚信典型' },
    batch: null,
    text: '有一处更正，应为“二百一十四户”，系核对笔误。',
    copies: [{ name: '微博', word: '已更正' }],
  },
  {
    kind: 'withdrawal',
    at: withdrawn.withdrawnAt,
    serial: 93,
    path: '/s/93',
    title: null,
    column: { slug: 'models', name: '诚信典型' },
    batch: '第十一批',
    text: '2026年3月复核时发现不符合条件',
    copies: withdrawn.copies,
  },
];

function card(seed: Seed): StoryCard {
  const column = columns.find(({ slug }) => slug === seed.column);
  return {
    serial: seed.serial,
    path: `/s/${seed.serial}`,
    kind: seed.kind,
    kindName: storyKinds[seed.kind],
    column: { slug: seed.column, name: column?.name ?? '' },
    title: seed.title,
    summary: seed.summary,
    publishedAt: seed.at,
    updatedAt: seed.at,
    picture: seed.picture ?? null,
    roleModel: seed.roleModel ?? null,
    tags: seed.tags ?? [],
    example: (seed.source ?? region.editorialName).includes('示例'),
  };
}

const htmlOf = (seed: Seed): string =>
  seed.html ?? (seed.serial === 101 ? accountBook : `<p>${seed.summary || seed.title}。</p>`);

function story(seed: Seed): Story {
  const same = seeds.filter(({ column }) => column === seed.column);
  const at = same.indexOf(seed);
  const near = (i: number) => {
    const found = same[i];
    return found ? card(found) : null;
  };
  return {
    ...card(seed),
    state: 'live',
    version: 1,
    hash: 'f'.repeat(64),
    html: htmlOf(seed),
    whole: htmlOf(seed),
    author: '示例记者',
    source: seed.source ?? region.editorialName,
    sourceUrl: null,
    editor: '林示例',
    signedAt: seed.at,
    reviewNote: '本稿经初审、复审、终审，由终审人签发后发布',
    caseSteps: seed.caseSteps ?? null,
    anonymity: seed.caseSteps ? '本案当事人已作匿名处理，不指向任何具体的人和单位。行文只讲事，不评价人。' : null,
    corrections:
      seed.serial === 101
        ? [{ date: '2026-06-13', was: '二百四十一户', now: '二百一十四户', note: '系核对笔误，现已改正。' }]
        : [],
    copies: seed.serial === 101 ? [{ name: '微博', word: '已更正' }] : [],
    previous: near(at + 1),
    next: near(at - 1),
    siblings: seed.roleModel
      ? models.filter((m) => m !== seed && m.roleModel?.batch === seed.roleModel?.batch).map(card)
      : [],
  };
}

function query({ column, kind, month, batch, search, page = 1, size = 20 }: StoryQuery): Page<StoryCard> {
  const found = seeds.filter(
    (s) =>
      (!column || s.column === column) &&
      (!kind || s.kind === kind) &&
      (!month || s.at.startsWith(month)) &&
      (!batch || s.roleModel?.batch === batch) &&
      (!search || (s.title + s.summary).includes(search)),
  );
  return {
    items: found.slice((page - 1) * size, page * size).map(card),
    page,
    pages: Math.max(1, Math.ceil(found.length / size)),
    total: found.length,
  };
}

export interface FixtureOptions {
  /** Civil day in Asia/Shanghai. */
  today?: string;
  demo?: boolean;
  /** Anything a test wants to be different. */
  more?: Partial<Reader>;
}

/** A reader with a small invented city in it, for tests and for looking at pages. Writes nothing, asks no database. */
export function fixtureReader({ today = '2026-06-14', demo = false, more = {} }: FixtureOptions = {}): Reader {
  return {
    today: () => today,
    almanac: (day) => ({ lunar: lunar[day] ?? '农历丙午年', weekday: weekday(day) }),
    demo: () => demo,
    siteUrl: () => 'https://chengxin.example',
    region: async () => region,
    columns: async () => columns,
    column: async (slug) => columns.find((c) => c.slug === slug) ?? null,
    stories: async (q) => query(q),
    search: async ({ words, page, size }) => ({
      ...query({ search: words, ...(page ? { page } : {}), ...(size ? { size } : {}) }),
      lists: [],
    }),
    story: async (serial) => {
      if (serial === withdrawn.serial) return withdrawn;
      const seed = seeds.find((s) => s.serial === serial);
      return seed ? story(seed) : null;
    },
    frontPage: async () => ({ lead: null, pinned: [] }),
    notices: async () => notices,
    year: async (year) => occasions.filter((o) => o.start.startsWith(String(year))),
    calendarIcs: async () => 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n',
    campaigns: async (year) => campaigns.filter((c) => c.year === year),
    campaign: async (year, slug) => campaigns.find((c) => c.year === year && c.slug === slug) ?? null,
    listTypes: async () => [],
    listType: async () => null,
    materials: async () => ({ items: [], page: 1, pages: 1, total: 0 }),
    material: async (serial) => (serial === withdrawn.serial ? withdrawn : null),
    materialFeed: async () => ({ generatedAt: `${today}T00:00:00+08:00`, items: [], deleted: [] }),
    materialZip: async () => null,
    printFile: async (serial, name) =>
      seeds.some((s) => s.serial === serial)
        ? {
            fileName: `示例-${name}`,
            mime: printFiles[name].mime,
            bytes: new TextEncoder().encode(name),
            hash: 'c'.repeat(64),
          }
        : null,
    media: async (fileName) => {
      const [, folder, name] = /^(portraits|scenes)-([a-z-]+)\.svg$/.exec(fileName) ?? [];
      if (!folder) return null;
      return {
        bytes: await readFile(join(process.cwd(), 'content/media', folder, `${name}.svg`)),
        mime: 'image/svg+xml',
      };
    },
    ...more,
  };
}

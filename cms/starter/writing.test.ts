import { describe, expect, it } from 'vitest';
import { length } from '../../campaigns/fields/fields.ts';
import { htmlToText } from '../rich-text/html-text.ts';
import { loadCampaigns } from '../content/load-campaigns.ts';
import { loadColumns } from '../content/load-columns.ts';
import { loadListTypes } from '../content/load-list-types.ts';
import { loadMaterials } from '../content/load-materials.ts';
import { loadRegion } from '../content/load-region.ts';
import { loadStories } from '../content/load-stories.ts';
import { markdownToRichText } from '../rich-text/from-markdown.ts';
import { richTextToHtml } from '../rich-text/to-html.ts';
import { stringsOf } from './testing/strings-of.ts';
import { writingFaults } from './testing/writing-faults.ts';

const stories = await loadStories(process.cwd());
const materials = await loadMaterials(process.cwd());
const names = stories.flatMap((s) => (s.roleModel && !s.roleModel.name.startsWith('示例') ? [s.roleModel.name] : []));

/** A body read as text, so that Markdown's own marks are not taken for writing. */
const wordsOf = (markdown: string) => htmlToText(richTextToHtml(markdownToRichText(markdown), new Map()));
const readable = <T extends { body: string }>(item: T) => ({ ...item, body: wordsOf(item.body) });

const texts: [string, unknown][] = [
  ['stories', stories.map(readable)],
  ['materials', materials.map(readable)],
  ['campaigns', await loadCampaigns(process.cwd())],
  ['lists', await loadListTypes(process.cwd())],
  ['columns', await loadColumns(process.cwd())],
  ['region', await loadRegion(process.cwd(), 'guangyuan')],
];

describe('the writing lint', () => {
  it.each([
    '他说,好。',
    '“好.',
    '今天 6月',
    '在12 月',
    '中文 中文',
    '证号11010519491231002X',
    '打13800000000',
    '好。。',
    '这是老赖',
    '他说："好"',
  ])('objects to %s', (text) => {
    expect(writingFaults(text)).not.toEqual([]);
  });

  it.each([
    '6月14日09:00开门，“好”。',
    '用CC BY 4.0授权',
    '统一社会信用代码91350100M000100Y43',
    '0839-0000000（工作日9:00—17:00）',
  ])('lets %s pass', (text) => {
    expect(writingFaults(text)).toEqual([]);
  });
});

describe('every text a reader meets', () => {
  it.each(texts)('is clean: %s', (_, items) => {
    const faults = stringsOf(items).flatMap(({ way, text }) =>
      text
        .split('\n')
        .flatMap(writingFaults)
        .map((fault) => `${way} ${fault}`),
    );
    expect(faults).toEqual([]);
  });

  it.each([...stories, ...materials])('has a body worth reading: $slug', ({ body, ...rest }) => {
    const steps = 'caseSteps' in rest && rest.caseSteps ? rest.caseSteps.what + rest.caseSteps.rule.text : '';
    const size = length((wordsOf(body) + steps).replace(/\s/g, ''));
    expect(size).toBeGreaterThanOrEqual(300);
    expect(size).toBeLessThanOrEqual(900);
  });

  it.each(stories)(
    'says 示例 and has no name where pushes would carry it: $slug',
    ({ roleModel, source, title, summary }) => {
      expect(`${roleModel?.name ?? ''}${source}`).toContain('示例');
      // G20: a card that a phone has received cannot be recalled.
      for (const name of names) expect(title + summary).not.toContain(name);
    },
  );

  it.each(stories.filter((s) => s.kind === 'case'))('keeps everybody in the case unnamed: $slug', (story) => {
    const text = JSON.stringify(story);
    expect(text).toContain('匿名');
    expect(text).not.toMatch(/治安处罚|拘留|未成年|岁的学生/);
    for (const name of names) expect(text).not.toContain(name);
  });

  it('opens no two stories alike', () => {
    const openings = stories.map((s) => s.body.slice(0, 4));
    expect(openings.filter((o, i) => openings.indexOf(o) !== i)).toEqual([]);
  });
});
